import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { readings, reports } from '~db/schema/kpi';
import { work } from '~db/schema/jobs';
import type { Reader } from '~db/store.server';
import type { ReadingProgress } from './report-on-page';
import { visibleReports } from './report-queries.server';

const linked = {
  id: reports.id,
  firstPeriod: reports.firstPeriod,
  lastPeriod: reports.lastPeriod,
  state: reports.state,
  submittedAt: reports.submittedAt,
};

/** The reports whose readings this one has superseded, and those that have superseded its own. */
export async function supersessions(reader: Reader, scope: Scope, reportId: number) {
  const older = await reader
    .select(linked)
    .from(reports)
    .where(
      and(
        visibleReports(scope),
        ne(reports.id, reportId),
        sql`${reports.id} in (select ${readings.reportId} from ${readings} where ${readings.supersededBy} = ${reportId})`,
      ),
    );
  const newer = await reader
    .select(linked)
    .from(reports)
    .where(
      and(
        visibleReports(scope),
        sql`${reports.id} in (select ${readings.supersededBy} from ${readings} where ${readings.reportId} = ${reportId} and ${readings.supersededBy} is not null)`,
      ),
    );
  return { older, newer };
}

/** How far the reading of a report that was found within the scope has come; null where nobody is at it. */
export async function readingProgress(
  reader: Reader,
  { id, vendorId }: { id: number; vendorId: number },
): Promise<ReadingProgress | null> {
  const rows = await reader
    .select({
      input: work.input,
      state: work.state,
      done: work.done,
      total: work.total,
      createdAt: work.createdAt,
    })
    .from(work)
    .where(
      and(
        inArray(work.state, ['waiting', 'running', 'failed']),
        eq(work.kind, 'check-report'),
        or(eq(work.vendorId, vendorId), isNull(work.vendorId)),
      ),
    );
  const [latest] = rows
    .filter(({ input }) => input['reportId'] === id)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  if (!latest || latest.state === 'done') return null;
  const { state, done, total } = latest;
  return { state, done, total };
}
