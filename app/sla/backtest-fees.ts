import type { ContractDocument } from '~/contracts/contract-document';
import type { TrialFile } from '~/contracts/contract-file';
import { factsOf, monthlyFeesOf } from '~/contracts/contract-record';
import { agreedFees } from '~/contracts/month-fee';
import type { MonthlyVolume } from '~/contracts/particulars';
import type { VolumeMeasure } from '~/contracts/pricing';
import { READING_SOURCES } from '~/contracts/sla-vocabulary';
import { isPricedByVolume, pricedParts, volumeFee, type PricedPart } from '~/contracts/volume-fee';
import { divide, fraction, isZero, type Fraction } from '~/shared/fraction';
import { formatMinor } from '~/shared/money';
import { formatPeriod, type Period } from '~/shared/period';
import type { KpiReading } from './backtest';

type Volumes = ReadonlyMap<Period, Fraction>;

/** The KPIs that a price names for its volumes: readings of theirs are needed beside those of the terms. */
export function volumeKpis({ pricing }: TrialFile): string[] {
  return pricedParts(pricing).flatMap(({ measure }) => measure?.kpi ?? []);
}

/**
 * The document of a contract that is priced by volume, with the fee of each month as its volumes give it: those that the
 * file records, or those that the readings report of the KPI that the price names, by the source that is believed most.
 * A month without a volume has no fee, so that its credits are nothing. Others stay as they are.
 */
export function withVolumeFees(
  { document, pricing, volumes }: TrialFile,
  readings: readonly KpiReading[],
): ContractDocument {
  if (pricing === null || !isPricedByVolume(pricing, volumes.length > 0)) return document;
  const { currency } = document;
  const agreed = agreedFees(factsOf(document).feeMinor, monthlyFeesOf(document));
  const recorded = recordedVolumes(volumes);
  const series = new Map(
    pricedParts(pricing).map((part) => [
      part.name,
      part.measure === null ? recorded : reportedVolumes(part.measure, readings),
    ]),
  );
  const volumeOf = ({ name }: PricedPart, period: Period) => series.get(name)?.get(period) ?? null;
  const months = [...new Set([...series.values()].flatMap((each) => [...each.keys()]))].sort(
    (a, b) => a - b,
  );
  const fees = months.flatMap((period) => {
    const fee = volumeFee(pricing, {
      ...{ currency, agreed: agreed(period) },
      volumeOf: (part) => volumeOf(part, period),
    });
    return fee ? [[formatPeriod(period), formatMinor(fee.minor, currency)] as const] : [];
  });
  return { ...document, fee: null, fee_after: null, fees: Object.fromEntries(fees) };
}

function recordedVolumes(volumes: readonly MonthlyVolume[]): Volumes {
  return new Map(volumes.map(({ period, volume }) => [period, fraction(volume)]));
}

/** What a KPI says in exactly a scope, month by month. */
function reportedVolumes(measure: VolumeMeasure, readings: readonly KpiReading[]): Volumes {
  const rank = ({ source }: KpiReading) => READING_SOURCES.findIndex((known) => known === source);
  const own = readings
    .filter(
      ({ kpi, service, market }) =>
        kpi === measure.kpi &&
        service === (measure.service ?? null) &&
        market === (measure.market ?? null),
    )
    // The least believed first, so that a better source overwrites it.
    .sort((a, b) => rank(b) - rank(a));
  return new Map(
    own.flatMap((reading) => {
      const volume = volumeIn(reading);
      return volume === null ? [] : [[reading.period, volume] as const];
    }),
  );
}

function volumeIn({ value, numerator, denominator }: KpiReading): Fraction | null {
  if (numerator === null || denominator === null) return value === null ? null : fraction(value);
  const below = fraction(denominator);
  return isZero(below) ? null : divide(fraction(numerator), below);
}
