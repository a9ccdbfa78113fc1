import { and, asc, eq, gte, lte, ne, sql, type SQL } from 'drizzle-orm';
import { people } from '~db/schema/auth';
import { readings, reports } from '~db/schema/kpi';
import type { Reader } from '~db/store.server';
import type { WaitingStay } from './report';
import { isOfVendor } from './report-sides.server';

type Sent = Pick<
  typeof reports.$inferSelect,
  'id' | 'vendorId' | 'source' | 'createdBy' | 'firstPeriod' | 'lastPeriod'
>;

/**
 * Reports of the same vendor and source that wait for review and share a month with a report, the first sent first. It may
 * take the place of those that its own side brought and of which it holds every figure; `stays` is null for these alone.
 */
export async function waitingBeside(reader: Reader, report: Sent) {
  if (!hasMonths(report)) return [];
  return reader
    .select({
      id: reports.id,
      firstPeriod: reports.firstPeriod,
      lastPeriod: reports.lastPeriod,
      submittedAt: reports.submittedAt,
      submitter: people.name,
      stays: sql<WaitingStay | null>`case when not (${ofSameSide(report)}) then 'other_side'
        when ${holdsMore(report)} then 'more_figures' end`,
    })
    .from(reports)
    .leftJoin(people, eq(people.id, reports.submittedBy))
    .where(and(eq(reports.state, 'submitted'), ofSameMonths(report)))
    .orderBy(asc(reports.submittedAt), asc(reports.id));
}

/** Whether a report is overtaken by another that its own side brought and that says all of what it says. */
export function isOvertakenBy(report: Sent): SQL | undefined {
  if (!hasMonths(report)) return sql`1 = 0`;
  return and(ofSameMonths(report), ofSameSide(report), sql`not ${holdsMore(report)}`);
}

type SentOfMonths = Sent & { firstPeriod: number; lastPeriod: number };

function hasMonths(report: Sent): report is SentOfMonths {
  return report.firstPeriod !== null && report.lastPeriod !== null;
}

function ofSameMonths({ id, vendorId, source, firstPeriod, lastPeriod }: SentOfMonths) {
  return and(
    eq(reports.vendorId, vendorId),
    eq(reports.source, source),
    ne(reports.id, id),
    lte(reports.firstPeriod, lastPeriod),
    gte(reports.lastPeriod, firstPeriod),
  );
}

/** Brought by the vendor's people both, or by ours both. */
function ofSameSide({ createdBy }: Sent): SQL {
  return sql`${isOfVendor(sql`${reports.createdBy}`)} = ${isOfVendor(sql`${createdBy}`)}`;
}

/** It says something of a KPI, month, place, service and source of which the other says nothing. */
function holdsMore({ id }: Sent): SQL {
  const { kpiId, period, marketId, serviceId, source, reportId } = readings;
  const keys = sql`select ${kpiId}, ${period}, ${marketId}, ${serviceId}, ${source} from ${readings}`;
  return sql`exists (${keys} where ${reportId} = ${reports.id} except ${keys} where ${reportId} = ${id})`;
}
