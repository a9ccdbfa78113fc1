import { and, asc, eq, exists, gt, isNull } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { formatPeriod } from '~/shared/period';
import { kpis, readings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { afterLast, exportTable, inPeriods, type Ask, type TableRows } from './export-table.server';

const READINGS_AT_ONCE = 5000;

export type ReadingRow = Awaited<ReturnType<typeof readReadings>>[number];

/** Every reading that counts: of an accepted report, not superseded by a later one. */
export const readingRows: TableRows<ReadingRow> = {
  columns: {
    vendor: (row) => row.vendor,
    service: (row) => row.service,
    market: (row) => row.market,
    period: (row) => formatPeriod(row.reading.period),
    kpi: (row) => row.kpi,
    value: (row) => row.reading.value,
    numerator: (row) => row.reading.numerator,
    denominator: (row) => row.reading.denominator,
    sample_size: (row) => row.reading.sampleSize,
    source: (row) => row.reading.source,
    report: (row) => row.reading.reportId,
  },
  read: (reader, scope, ask) => readReadings(reader, scope, ask),
};

export const readingTable = exportTable(readingRows.columns, (reader, scope, periods) =>
  afterLast(READINGS_AT_ONCE, (last: ReadingRow | undefined) =>
    readingRows.read(reader, scope, {
      where: and(gt(readings.id, last?.reading.id ?? 0), inPeriods(readings.period, periods)),
      orderBy: [asc(readings.id)],
      limit: READINGS_AT_ONCE,
    }),
  ),
);

/** Outer joins, so that both engines walk the readings in the order of their keys and never sort them all. */
async function readReadings(reader: Reader, scope: Scope, { where, orderBy, limit }: Ask) {
  const accepted = reader
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.id, readings.reportId), eq(reports.state, 'accepted')));
  const query = reader
    .select({
      reading: readings,
      vendor: vendors.code,
      kpi: kpis.code,
      market: markets.code,
      service: services.code,
    })
    .from(readings)
    .leftJoin(vendors, eq(vendors.id, readings.vendorId))
    .leftJoin(kpis, eq(kpis.id, readings.kpiId))
    .leftJoin(markets, eq(markets.id, readings.marketId))
    .leftJoin(services, eq(services.id, readings.serviceId))
    .where(
      and(
        where,
        isNull(readings.supersededBy),
        exists(accepted),
        scope.kind === 'everything' ? undefined : withinScope(scope, readings.vendorId),
      ),
    )
    .orderBy(...orderBy)
    .$dynamic();
  return limit === undefined ? query : query.limit(limit);
}
