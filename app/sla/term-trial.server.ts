import { and, eq, gte, isNull } from 'drizzle-orm';
import { dayOf, type Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { checkTerm } from '~/contracts/check-term';
import { findContract } from '~/contracts/contract-queries.server';
import type { TermPlace } from '~/contracts/library';
import { loadLibrary } from '~/contracts/library-queries.server';
import { documentWithFees, feesByContract } from '~/contracts/month-fees.server';
import { marketOfDocument } from '~/contracts/term-record';
import { done, refused, type Outcome } from '~/shared/outcome';
import { periodOfDate, type Period } from '~/shared/period';
import { kpis, readings, reports } from '~db/schema/kpi';
import { excusals } from '~db/schema/sla';
import type { Reader } from '~db/store.server';
import { tryTerm, type TermTrial } from './try-term';

/** How far back a term is tried. */
const TRIAL_MONTHS = 24;

/** Tries a term's document on what the contract's vendor reported in the last 24 months; nothing is stored. */
export async function trialOfTerm(
  reader: Reader,
  scope: Scope,
  contractId: number,
  document: unknown,
  now: Date,
): Promise<Outcome<TermTrial>> {
  const contract = await findContract(reader, scope, contractId);
  if (!contract) return refused('not_found');
  const library = await loadLibrary(reader, marketOfDocument(document));
  const checked = checkTerm(document, library, contract);
  if (!checked.ok) return checked;
  const { term, place } = checked.value;
  const asOf = dayOf(now);
  const from = periodOfDate(asOf) - TRIAL_MONTHS;
  const [kpi] = await reader.select().from(kpis).where(eq(kpis.id, place.kpiId));
  const fees = await feesByContract(reader, [contract]);
  const trial = tryTerm({
    contract: documentWithFees(contract, fees.get(contractId)),
    term,
    percent: kpi?.unit === '%',
    min: kpi?.min ?? null,
    max: kpi?.max ?? null,
    readings: (await acceptedReadings(reader, scope, contract.vendorId, place, from)).map(
      (reading) => ({ ...reading, ...term.scope }),
    ),
    exclusions: await exclusionsOf(reader, contractId, place.kpiId),
    from,
    asOf,
  });
  return trial ? done(trial) : refused('term_without_readings', { count: TRIAL_MONTHS });
}

async function acceptedReadings(
  reader: Reader,
  scope: Scope,
  vendorId: number,
  { kpiId, serviceId, marketId }: TermPlace,
  from: Period,
) {
  return reader
    .select({
      period: readings.period,
      value: readings.value,
      numerator: readings.numerator,
      denominator: readings.denominator,
      sampleSize: readings.sampleSize,
      source: readings.source,
    })
    .from(readings)
    .innerJoin(reports, eq(reports.id, readings.reportId))
    .where(
      and(
        eq(readings.vendorId, vendorId),
        eq(readings.kpiId, kpiId),
        gte(readings.period, from),
        serviceId === null ? isNull(readings.serviceId) : eq(readings.serviceId, serviceId),
        marketId === null ? isNull(readings.marketId) : eq(readings.marketId, marketId),
        isNull(readings.supersededBy),
        eq(reports.state, 'accepted'),
        withinScope(scope, readings.vendorId),
      ),
    );
}

async function exclusionsOf(reader: Reader, contractId: number, kpiId: number) {
  return reader
    .select({ from: excusals.firstPeriod, to: excusals.lastPeriod })
    .from(excusals)
    .where(
      and(
        eq(excusals.contractId, contractId),
        eq(excusals.kpiId, kpiId),
        isNull(excusals.revokedAt),
      ),
    );
}
