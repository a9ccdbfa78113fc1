import type { Store, Tx } from '~db/store.server';

/** The store as a verb sees it whose first lock has to wait: what another transaction wrote is there once it holds. */
export function meanwhile(store: Store, write: (tx: Tx) => Promise<unknown>): Store {
  let isWritten = false;
  return {
    ...store,
    transact: (verb, options) =>
      store.transact(async (tx) => {
        const { lockRow } = tx;
        tx.lockRow = async (...rows) => {
          const isFirst = !isWritten;
          isWritten = true;
          if (isFirst) await write(tx);
          await lockRow(...rows);
        };
        try {
          return await verb(tx);
        } finally {
          tx.lockRow = lockRow;
        }
      }, options),
  };
}
