import { and, asc, eq, gte, inArray, isNull, lte, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import type { Period } from '~/shared/period';
import { kpis, readings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { services } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { cellName, type CellSubject } from './cell-name';
import type { StandingReading } from './reading';
import type { ReportKpi, ReportRow } from './report-on-page';

/** The KPIs that a report has readings of. */
export async function kpisOfReport(reader: Reader, reportId: number): Promise<ReportKpi[]> {
  return reader
    .select({
      id: kpis.id,
      code: kpis.code,
      nameEn: kpis.nameEn,
      nameZh: kpis.nameZh,
      unit: kpis.unit,
    })
    .from(kpis)
    .where(
      sql`${kpis.id} in (select ${readings.kpiId} from ${readings} where ${readings.reportId} = ${reportId})`,
    )
    .orderBy(asc(kpis.category), asc(kpis.code));
}

const rowsOfReport = (reportId: number): SQL => sql`
  select distinct period, market_id, service_id from readings where report_id = ${reportId}`;

/** How many rows a report has as a table. */
export async function countReportRows(reader: Reader, reportId: number): Promise<number> {
  const [row] = await reader.rows<{ count: number }>(
    sql`select count(*) as count from (${rowsOfReport(reportId)}) as report_rows`,
  );
  return Number(row?.count ?? 0);
}

/** A page of a report as a table: by month, the vendor's total before its markets. */
export async function reportRows(
  reader: Reader,
  reportId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<ReportRow[]> {
  const rows = await reader.rows<{
    period: number;
    market: string | null;
    market_en: string | null;
    market_zh: string | null;
    service: string | null;
    kpi: string;
    value: string | null;
    numerator: string | null;
    denominator: string | null;
    superseded_by: number | null;
  }>(sql`
    with page as (
      select report_rows.*, markets.code as market, markets.name_en as market_en,
        markets.name_zh as market_zh, services.code as service
      from (${rowsOfReport(reportId)}) as report_rows
      left join markets on markets.id = report_rows.market_id
      left join services on services.id = report_rows.service_id
      order by report_rows.period, coalesce(services.code, ''), coalesce(markets.code, '')
      limit ${limit} offset ${offset}
    )
    select page.period, page.market, page.market_en, page.market_zh, page.service,
      kpis.code as kpi, readings.value, readings.numerator, readings.denominator, readings.superseded_by
    from page
    join readings on readings.report_id = ${reportId} and readings.period = page.period
      and readings.market_id is not distinct from page.market_id
      and readings.service_id is not distinct from page.service_id
    join kpis on kpis.id = readings.kpi_id
    order by page.period, coalesce(page.service, ''), coalesce(page.market, '')`);
  const found = new Map<string, ReportRow>();
  for (const row of rows) {
    const key = `${row.period}|${row.market ?? ''}|${row.service ?? ''}`;
    const kept = found.get(key) ?? {
      period: Number(row.period),
      market: row.market,
      marketEn: row.market_en,
      marketZh: row.market_zh,
      service: row.service,
      values: {},
    };
    found.set(key, kept);
    kept.values[row.kpi] = {
      value: row.value,
      numerator: row.numerator,
      denominator: row.denominator,
      superseded: row.superseded_by !== null,
    };
  }
  return [...found.values()];
}

/** What a reading says, by the codes of what it is about. */
export const readingFigures = {
  period: readings.period,
  kpi: kpis.code,
  market: markets.code,
  service: services.code,
  value: readings.value,
  numerator: readings.numerator,
  denominator: readings.denominator,
  sampleSize: readings.sampleSize,
  source: readings.source,
};

/** The readings of a report that a query has already found within the scope, at most `limit`. */
export async function readingsOfReport(
  reader: Reader,
  reportId: number,
  limit: number,
): Promise<StandingReading[]> {
  return reader
    .select(readingFigures)
    .from(readings)
    .innerJoin(kpis, eq(kpis.id, readings.kpiId))
    .leftJoin(markets, eq(markets.id, readings.marketId))
    .leftJoin(services, eq(services.id, readings.serviceId))
    .where(eq(readings.reportId, reportId))
    .orderBy(asc(readings.id))
    .limit(limit);
}

/** Cells of a report that a query has already found within the scope, with the value that each has. */
export async function cellsOfReport(
  reader: Reader,
  reportId: number,
  cells: readonly CellSubject[],
): Promise<(CellSubject & { name: string; value: string | null })[]> {
  if (cells.length === 0) return [];
  const rows = await reader
    .select({
      kpi: kpis.code,
      period: readings.period,
      market: markets.code,
      service: services.code,
      value: readings.value,
    })
    .from(readings)
    .innerJoin(kpis, eq(kpis.id, readings.kpiId))
    .leftJoin(markets, eq(markets.id, readings.marketId))
    .leftJoin(services, eq(services.id, readings.serviceId))
    .where(
      and(
        eq(readings.reportId, reportId),
        inArray(kpis.code, [...new Set(cells.map(({ kpi }) => kpi))]),
        inArray(readings.period, [...new Set(cells.map(({ period }) => period))]),
      ),
    );
  const asked = new Set(cells.map(cellName));
  return rows.map((row) => ({ ...row, name: cellName(row) })).filter(({ name }) => asked.has(name));
}

type Span = { from: Period; to: Period; kpis?: readonly string[]; totalsAlone?: boolean };

/** What stands of a vendor in some months: accepted and not superseded, of every source. */
export async function standingOf(
  reader: Reader,
  scope: Scope,
  vendorId: number,
  { from, to, kpis: codes, totalsAlone }: Span,
  limit: number,
): Promise<StandingReading[]> {
  if (codes?.length === 0) return [];
  return reader
    .select(readingFigures)
    .from(readings)
    .innerJoin(reports, eq(reports.id, readings.reportId))
    .innerJoin(kpis, eq(kpis.id, readings.kpiId))
    .leftJoin(markets, eq(markets.id, readings.marketId))
    .leftJoin(services, eq(services.id, readings.serviceId))
    .where(
      and(
        withinScope(scope, readings.vendorId),
        eq(readings.vendorId, vendorId),
        gte(readings.period, from),
        lte(readings.period, to),
        isNull(readings.supersededBy),
        eq(reports.state, 'accepted'),
        codes ? inArray(kpis.code, [...codes]) : undefined,
        totalsAlone ? isNull(readings.marketId) : undefined,
      ),
    )
    .limit(limit);
}
