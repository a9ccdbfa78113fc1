/** Rows by what they have in common, each group in the order in which its rows came. */
export function grouped<Row, Key>(rows: Iterable<Row>, keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const found = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const of = found.get(key);
    if (of) of.push(row);
    else found.set(key, [row]);
  }
  return found;
}
