import type { Store } from '~db/store.server';

/** The store as it is when its disk fills up under it: after so many transactions the next ones fail, then it works again. */
export function failingStore(
  store: Store,
  after: number,
  failures = Infinity,
  error: Error = diskFull(),
): Store {
  let begun = 0;
  const isFailing = () => (begun += 1) > after && begun <= after + failures;
  return {
    ...store,
    transact: (verb, options) =>
      isFailing() ? Promise.reject(error) : store.transact(verb, options),
  };
}

function diskFull(): Error {
  return Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
}
