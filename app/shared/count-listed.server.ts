import { sql, type SQL, type Table } from 'drizzle-orm';
import type { Reader } from '~db/store.server';
import { MOST_COUNTED } from './list-query';

/** How many rows a list has: one more than the most that are counted where there are more, so that no list counts all that grows. */
export function countListed(
  reader: Reader,
  from: SQL | Table,
  condition?: SQL,
  most = MOST_COUNTED,
): Promise<number> {
  const where = condition ? sql` where ${condition}` : sql``;
  return reader.$count(sql`(select 1 from ${from}${where} limit ${most + 1}) as listed`);
}
