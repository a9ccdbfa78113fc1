import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { people } from '~db/schema/auth';
import { reportFindings } from '~db/schema/kpi';
import type { Reader } from '~db/store.server';
import type { Finding, FindingCode } from './finding';

/** A finding as it is kept, with what was said about it. `request`: a cell that the reviewer asks to have changed. */
export type KeptFinding = Omit<Finding, 'severity' | 'code'> & {
  id: number;
  severity: 'error' | 'warning' | 'request';
  code: FindingCode | 'requested';
  comment: string | null;
  commentedBy: string | null;
};

type Wanted = { severity: KeptFinding['severity']; code?: string; limit?: number; offset?: number };

/** Findings of a report that a query has already found within the scope, in the order of the file. */
export async function findingsOf(
  reader: Reader,
  reportId: number,
  { severity, code, limit = 2000, offset = 0 }: Wanted,
): Promise<KeptFinding[]> {
  const rows = await reader
    .select({ finding: reportFindings, commentedBy: people.name })
    .from(reportFindings)
    .leftJoin(people, eq(people.id, reportFindings.commentedBy))
    .where(
      and(
        eq(reportFindings.reportId, reportId),
        eq(reportFindings.severity, severity),
        code === undefined ? undefined : eq(reportFindings.code, code),
      ),
    )
    .orderBy(asc(reportFindings.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ finding, commentedBy }) => kept(finding, commentedBy));
}

function kept(row: typeof reportFindings.$inferSelect, commentedBy: string | null): KeptFinding {
  const params = Object.entries(row.params ?? {}).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  return {
    id: row.id,
    severity: row.severity,
    code: row.code as KeptFinding['code'],
    sheet: row.sheet,
    row: row.row,
    column: row.column,
    columnName: row.columnName,
    period: row.period,
    market: row.marketCode,
    service: row.serviceCode,
    kpi: row.kpiCode,
    value: row.value,
    params: Object.fromEntries(params),
    comment: row.comment,
    commentedBy,
  };
}

/** How many findings of each kind a report has, most first. */
export async function findingCounts(
  reader: Reader,
  reportId: number,
): Promise<{ severity: KeptFinding['severity']; code: string; count: number }[]> {
  return reader
    .select({
      severity: reportFindings.severity,
      code: reportFindings.code,
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(reportFindings)
    .where(
      and(
        eq(reportFindings.reportId, reportId),
        inArray(reportFindings.severity, ['error', 'warning']),
      ),
    )
    .groupBy(reportFindings.severity, reportFindings.code)
    .orderBy(sql`count(*) desc`, asc(reportFindings.code));
}
