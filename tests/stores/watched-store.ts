import type { Store } from '~db/store.server';
import { freshStore } from '../database';

/** A fresh store that tells what is asked within its transactions: what takes long is done before them. */
export async function watchedStore(): Promise<{ store: Store; askedWithin: string[] }> {
  const askedWithin: string[] = [];
  let running = 0;
  const fresh = await freshStore({
    onStatement: (statement) => {
      if (running > 0) askedWithin.push(statement);
    },
  });
  const transact: Store['transact'] = async (work) => {
    running += 1;
    try {
      return await fresh.transact(work);
    } finally {
      running -= 1;
    }
  };
  return { store: { ...fresh, transact }, askedWithin };
}
