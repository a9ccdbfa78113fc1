const ROWS_AT_ONCE = 500;

/** A long list in parts that fit one statement of either engine. */
export function* chunks<T>(all: readonly T[], size = ROWS_AT_ONCE): Generator<T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}

/** The key of a code that was checked before: that it is missing would be a bug. */
export function keyOf<Key>(keys: ReadonlyMap<string, Key>, code: string): Key {
  const key = keys.get(code);
  if (key === undefined) throw new Error(`${code} was checked and is not there`);
  return key;
}
