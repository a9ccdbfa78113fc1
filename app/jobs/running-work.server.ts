import { and, count, eq, inArray } from 'drizzle-orm';
import type { Reader } from '~db/store.server';
import { work } from '~db/schema/jobs';

/** Background work that a person asked for and that has not ended. */
export async function countRunningWork(reader: Reader, person: { id: number }): Promise<number> {
  const [row] = await reader
    .select({ running: count() })
    .from(work)
    .where(and(eq(work.personId, person.id), inArray(work.state, ['waiting', 'running'])));
  return Number(row?.running ?? 0);
}
