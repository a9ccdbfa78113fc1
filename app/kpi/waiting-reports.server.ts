import { and, asc, eq, gte, lte, ne } from 'drizzle-orm';
import { people } from '~db/schema/auth';
import { reports } from '~db/schema/kpi';
import type { Reader } from '~db/store.server';

type Months = Pick<
  typeof reports.$inferSelect,
  'id' | 'vendorId' | 'source' | 'firstPeriod' | 'lastPeriod'
>;

/** Reports of the same vendor and source that wait for review and share a month with a report, the first sent first. */
export async function waitingBeside(
  reader: Reader,
  { id, vendorId, source, firstPeriod, lastPeriod }: Months,
) {
  if (firstPeriod === null || lastPeriod === null) return [];
  return reader
    .select({
      id: reports.id,
      firstPeriod: reports.firstPeriod,
      lastPeriod: reports.lastPeriod,
      submittedAt: reports.submittedAt,
      submitter: people.name,
    })
    .from(reports)
    .leftJoin(people, eq(people.id, reports.submittedBy))
    .where(
      and(
        eq(reports.vendorId, vendorId),
        eq(reports.source, source),
        eq(reports.state, 'submitted'),
        ne(reports.id, id),
        lte(reports.firstPeriod, lastPeriod),
        gte(reports.lastPeriod, firstPeriod),
      ),
    )
    .orderBy(asc(reports.submittedAt), asc(reports.id));
}
