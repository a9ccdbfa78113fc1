import { and, eq, gte, isNull } from 'drizzle-orm';
import { periodOfDate, type Period } from '~/shared/period';
import { marketWithin } from '~/auth/scope.server';
import { people } from '~db/schema/auth';
import { headerMappings, kpis, readings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { offerings, services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { mappingSchema, type RememberedMapping } from './mapping';
import { readingFigures } from './reading-queries.server';
import type {
  ReadContext,
  ReadingSource,
  ReportContext,
  ReportLimits,
  StandingReading,
} from './reading';

/** How many months of the vendor's own history a report is looked at beside. */
const HISTORY_MONTHS = 24;

export type LoadedContext = ReadContext & {
  limits: ReportLimits;
  remembered: RememberedMapping[];
};

/** What a report is read against. What a vendor's own people sent may state the vendor's own figures alone. */
export async function loadReadContext(
  reader: Reader,
  reportId: number,
  limits: ReportLimits,
): Promise<LoadedContext> {
  const [report] = await reader
    .select({ vendor: vendors, senderOf: people.vendorId })
    .from(reports)
    .innerJoin(vendors, eq(vendors.id, reports.vendorId))
    .leftJoin(people, eq(people.id, reports.createdBy))
    .where(eq(reports.id, reportId));
  if (!report) throw new Error(`there is no report ${reportId}`);
  const { vendor, senderOf } = report;
  return {
    ...(senderOf !== null && { onlySource: 'vendor_report' as const }),
    vendor: { code: vendor.code, name: vendor.name, aliases: vendor.formerNames },
    kpis: await loadKpis(reader),
    markets: await loadMarkets(reader, vendor.id),
    services: (await reader.select().from(services)).map(({ code, nameEn, nameZh }) => ({
      code,
      nameEn,
      nameZh,
      aliases: [],
    })),
    limits,
    remembered: await loadMappings(reader, vendor.id),
  };
}

/** What a report that was read is checked with: offerings, the months before its own, other sources, the day. */
export async function loadReportContext(
  reader: Reader,
  read: ReadContext,
  report: { vendorId: number; source: ReadingSource; firstPeriod: Period | null },
  asOf: string,
): Promise<ReportContext> {
  const { vendorId, source, firstPeriod } = report;
  const from = (firstPeriod ?? periodOfDate(asOf)) - HISTORY_MONTHS;
  const standing = await standingReadings(reader, vendorId, from);
  return {
    ...read,
    offerings: await loadOfferings(reader, vendorId),
    history: standing.filter((reading) => reading.source === source),
    otherSources: standing.filter((reading) => reading.source !== source),
    asOf: periodOfDate(asOf),
  };
}

async function loadKpis(reader: Reader): Promise<ReportContext['kpis']> {
  const rows = await reader.select().from(kpis);
  return rows.map(({ code, nameEn, nameZh, unit, min, max, sampleKpiCode, aliases }) => ({
    code,
    nameEn,
    nameZh,
    unit,
    min,
    max,
    sampleKpi: sampleKpiCode,
    aliases,
  }));
}

/** The markets of the register and those that the vendor's own reports named. */
async function loadMarkets(reader: Reader, vendorId: number): Promise<ReportContext['markets']> {
  const rows = await reader
    .select()
    .from(markets)
    .where(marketWithin({ kind: 'vendor', vendorId }));
  const codes = new Map(rows.map(({ id, code }) => [id, code]));
  return rows.map(({ code, nameEn, nameZh, parentId }) => ({
    code,
    nameEn,
    nameZh,
    aliases: [],
    parent: parentId === null ? null : (codes.get(parentId) ?? null),
  }));
}

async function loadOfferings(reader: Reader, vendorId: number) {
  return reader
    .select({ service: services.code, market: markets.code })
    .from(offerings)
    .innerJoin(services, eq(services.id, offerings.serviceId))
    .innerJoin(markets, eq(markets.id, offerings.marketId))
    .where(eq(offerings.vendorId, vendorId));
}

async function loadMappings(reader: Reader, vendorId: number): Promise<RememberedMapping[]> {
  const rows = await reader
    .select()
    .from(headerMappings)
    .where(eq(headerMappings.vendorId, vendorId));
  return rows.flatMap(({ fingerprint, mapping }) => {
    const read = mappingSchema.safeParse(mapping);
    return read.success ? [{ fingerprint, mapping: read.data }] : [];
  });
}

/** The vendor's accepted readings from a month on. */
async function standingReadings(
  reader: Reader,
  vendorId: number,
  from: Period,
): Promise<StandingReading[]> {
  return reader
    .select(readingFigures)
    .from(readings)
    .innerJoin(reports, eq(reports.id, readings.reportId))
    .innerJoin(kpis, eq(kpis.id, readings.kpiId))
    .leftJoin(markets, eq(markets.id, readings.marketId))
    .leftJoin(services, eq(services.id, readings.serviceId))
    .where(
      and(
        eq(readings.vendorId, vendorId),
        gte(readings.period, from),
        isNull(readings.supersededBy),
        eq(reports.state, 'accepted'),
      ),
    );
}
