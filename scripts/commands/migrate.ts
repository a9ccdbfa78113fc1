import { openStore } from '~db/store.server';
import { type Command, DONE } from '../command';
import { prepareStore } from '../prepare-store';

export const command: Command = {
  name: 'migrate',
  summary: 'brings the store to the current schema, making it where there is none',
  async run() {
    const store = openStore();
    try {
      await prepareStore(store);
    } finally {
      await store.close();
    }
    return DONE;
  },
};
