import { and, count, eq, inArray } from 'drizzle-orm';
import { prepared } from '~db/prepared';
import type { Reader } from '~db/store.server';
import { work } from '~db/schema/jobs';

const runningOf = prepared(['personId'], (reader, { personId }) =>
  reader
    .select({ running: count() })
    .from(work)
    .where(and(eq(work.personId, personId), inArray(work.state, ['waiting', 'running']))),
);

/** Background work that a person asked for and that has not ended. */
export async function countRunningWork(reader: Reader, person: { id: number }): Promise<number> {
  const [row] = await runningOf(reader, { personId: person.id });
  return Number(row?.running ?? 0);
}
