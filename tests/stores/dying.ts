import type { Store } from '~db/store.server';

/** The store of a process that is killed after so many transactions. */
export function dyingAfter(store: Store, count: number): Store {
  let left = count;
  return {
    ...store,
    transact: (verb, options) => {
      if (left === 0) return Promise.reject(new Error('killed'));
      left -= 1;
      return store.transact(verb, options);
    },
  };
}
