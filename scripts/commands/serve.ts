import { existsSync } from 'node:fs';
import { type Command, DONE, REFUSED } from '../command';

const built = new URL('../../build/server.js', import.meta.url);

export const command: Command = {
  name: 'serve',
  summary: 'serves the portal on PORT (3000) until it is told to end',
  async run(_args, io) {
    if (!existsSync(built)) {
      io.err('Nothing is built yet: `npm run build` first.');
      return REFUSED;
    }
    await import(built.href);
    return DONE;
  },
};
