import { and, inArray, isNull, eq } from 'drizzle-orm';
import { divide, fraction, isZero, type Fraction } from '~/shared/fraction';
import type { Period } from '~/shared/period';
import { grouped } from '~/shared/grouped';
import { contractVolumes, type contracts } from '~db/schema/contracts';
import { kpis, readings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { services } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { feesOfContracts } from './contract-queries.server';
import type { ContractDocument } from './contract-document';
import { documentOf, type MonthlyFee } from './contract-record';
import { agreedFees, type MonthFee } from './month-fee';
import { READING_SOURCES, type ReadingSource } from './sla-vocabulary';
import { isPricedByVolume, pricedParts, volumeFee, type PricedPart } from './volume-fee';

type Priced = Pick<
  typeof contracts.$inferSelect,
  'id' | 'vendorId' | 'currency' | 'feeMinor' | 'pricing'
>;

/** The fees of a contract month by month. */
export type ContractFees = {
  /** Null where none is agreed, or while the volume that it follows has not been reported. */
  of: (period: Period) => MonthFee | null;
  /** The fee follows what was reported: without a figure it is open, not nothing. */
  byVolume: boolean;
  /** As the store keeps a contract's fees: one for all months, and those that differ. */
  feeMinor: number | null;
  monthly: MonthlyFee[];
};

/** The fees of contracts found within the scope, volumes reckoned in: one way for evaluations, statements and back-tests. */
export async function feesByContract(
  reader: Reader,
  some: readonly Priced[],
): Promise<ReadonlyMap<number, ContractFees>> {
  const ids = some.map(({ id }) => id);
  const listed = grouped(await feesOfContracts(reader, ids), ({ contractId }) => contractId);
  const byPrice = some.filter(({ pricing }) => pricedParts(pricing).length > 0);
  const recorded = await recordedVolumes(reader, byPrice);
  const reported = await reportedVolumes(reader, byPrice);
  return new Map(
    some.map((contract) => {
      const { id, feeMinor, pricing } = contract;
      const monthly = listed.get(id) ?? [];
      const agreed = agreedFees(feeMinor, monthly);
      const own = recorded.get(id);
      if (pricing === null || !isPricedByVolume(pricing, own !== undefined))
        return [id, { of: agreed, byVolume: false, feeMinor, monthly }];
      return [id, feesOfVolumes(contract, agreed, { own, reported })];
    }),
  );
}

/** A contract's document without terms, with the fees that its volumes give: what evaluations and back-tests reckon with. */
export function documentWithFees(
  contract: Parameters<typeof documentOf>[0],
  fees: ContractFees | undefined,
): ContractDocument {
  const { feeMinor = contract.feeMinor, monthly = [] } = fees ?? {};
  return documentOf({ ...contract, feeMinor }, monthly, []);
}

type Volumes = ReadonlyMap<Period, Fraction>;

function feesOfVolumes(
  { vendorId, currency, pricing }: Priced,
  agreed: (period: Period) => MonthFee | null,
  { own, reported }: { own: Volumes | undefined; reported: ReadonlyMap<string, Volumes> },
): ContractFees {
  const volumesOf = ({ measure }: PricedPart) =>
    measure === null ? own : reported.get(seriesKey(vendorId, measure));
  const of = (period: Period) =>
    pricing &&
    volumeFee(pricing, {
      currency,
      agreed: agreed(period),
      volumeOf: (part) => volumesOf(part)?.get(period) ?? null,
    });
  const [first] = pricedParts(pricing);
  const months = [...((first && volumesOf(first))?.keys() ?? [])].sort((a, b) => a - b);
  const monthly = months.flatMap((period) => {
    const fee = of(period);
    return fee ? [{ period, feeMinor: fee.minor }] : [];
  });
  return { of, byVolume: true, feeMinor: null, monthly };
}

/** Volumes that the contract itself records, where its price names no KPI for them. */
async function recordedVolumes(
  reader: Reader,
  some: readonly Priced[],
): Promise<ReadonlyMap<number, Volumes>> {
  const found = new Map<number, Map<Period, Fraction>>();
  if (some.length === 0) return found;
  const ids = some.map(({ id }) => id);
  const rows = await reader
    .select()
    .from(contractVolumes)
    .where(inArray(contractVolumes.contractId, ids));
  for (const { contractId, period, volume } of rows)
    found.set(
      contractId,
      (found.get(contractId) ?? new Map<Period, Fraction>()).set(period, fraction(volume)),
    );
  return found;
}

const seriesKey = (
  vendorId: number,
  { kpi, service, market }: { kpi: string; service: string | null; market: string | null },
) => JSON.stringify([vendorId, kpi, service, market]);

/** Accepted readings of the KPIs that prices name, of the source that is believed most, by vendor, KPI and scope. */
async function reportedVolumes(
  reader: Reader,
  some: readonly Priced[],
): Promise<ReadonlyMap<string, Volumes>> {
  const measures = some.flatMap(({ pricing }) =>
    pricedParts(pricing).flatMap(({ measure }) => measure ?? []),
  );
  const found = new Map<string, Map<Period, Fraction>>();
  if (measures.length === 0) return found;
  const rows = await reader
    .select({
      vendorId: readings.vendorId,
      kpi: kpis.code,
      service: services.code,
      market: markets.code,
      period: readings.period,
      source: readings.source,
      value: readings.value,
      numerator: readings.numerator,
      denominator: readings.denominator,
    })
    .from(readings)
    .innerJoin(reports, eq(reports.id, readings.reportId))
    .innerJoin(kpis, eq(kpis.id, readings.kpiId))
    .leftJoin(services, eq(services.id, readings.serviceId))
    .leftJoin(markets, eq(markets.id, readings.marketId))
    .where(
      and(
        inArray(readings.vendorId, [...new Set(some.map(({ vendorId }) => vendorId))]),
        inArray(kpis.code, [...new Set(measures.map(({ kpi }) => kpi))]),
        isNull(readings.supersededBy),
        eq(reports.state, 'accepted'),
      ),
    );
  const rank = (source: ReadingSource) => READING_SOURCES.indexOf(source);
  // The least believed first, so that a better source overwrites it.
  for (const row of rows.sort((a, b) => rank(b.source) - rank(a.source))) {
    const volume = volumeOf(row);
    const key = seriesKey(row.vendorId, row);
    const series = found.get(key) ?? new Map<Period, Fraction>();
    if (volume !== null) found.set(key, series.set(row.period, volume));
  }
  return found;
}

function volumeOf({
  value,
  numerator,
  denominator,
}: Pick<typeof readings.$inferSelect, 'value' | 'numerator' | 'denominator'>): Fraction | null {
  if (numerator === null || denominator === null) return value === null ? null : fraction(value);
  const below = fraction(denominator);
  return isZero(below) ? null : divide(fraction(numerator), below);
}
