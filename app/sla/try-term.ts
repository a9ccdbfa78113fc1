import type { ContractDocument } from '~/contracts/contract-document';
import type { SlaTerm } from '~/contracts/sla-term';
import { Decimal } from '~/shared/decimal';
import { parsePeriod, type Period } from '~/shared/period';
import { agreementsOf } from './backtest';
import { evaluateContract } from './contract-evaluation';
import type { Agreement } from './credit';
import type { Evaluation } from './evaluation';
import type { TermReading } from './measure';
import { movedTerm } from './sweep';
import type { PeriodSpan } from './verdict';

/** Targets beside the one that is tried, at most. */
const MOST_TARGETS = 24;

export type TrialInput = {
  contract: ContractDocument;
  term: SlaTerm;
  /** Whether the KPI is in percent, and what its library lets it be. */
  percent: boolean;
  min: string | null;
  max: string | null;
  /** Readings of the term's KPI and scope. */
  readings: readonly TermReading[];
  exclusions: readonly PeriodSpan[];
  from: Period;
  asOf: string;
};

export type TrialMonth = Pick<
  Evaluation,
  'period' | 'outcome' | 'severity' | 'measured' | 'run' | 'triggers'
> & { creditMinor: number };

export type TrialCount = { failures: number; runs: number; triggers: number; creditMinor: number };

/** What a term would have done to past months, and what other targets would have. */
export type TermTrial = {
  currency: string;
  months: TrialMonth[];
  total: TrialCount;
  targets: (TrialCount & { target: string })[];
};

/**
 * Tries a term on past readings, alone under the contract's fees, cap and deadline, as if it had been in force all the
 * time. Months without a fee take the nearest one. Null where there is no reading in the time.
 */
export function tryTerm(input: TrialInput): TermTrial | null {
  const periods = input.readings.map(({ period }) => period).filter((each) => each >= input.from);
  if (periods.length === 0) return null;
  const range = { from: Math.min(...periods), to: Math.max(...periods) };
  const agreementOf = withNearestFee(input.contract);
  const evaluate = (term: SlaTerm) => evaluated(input, term, range, agreementOf);
  const evaluations = evaluate(input.term);
  return {
    currency: input.contract.currency,
    months: evaluations.map(
      ({ period, outcome, severity, measured, run, triggers, ...amounts }) => ({
        ...{ period, outcome, severity, measured, run, triggers },
        creditMinor: amounts.issued - amounts.returned,
      }),
    ),
    total: countOf(evaluations),
    targets: targetsAround(input, evaluations).map((target) => ({
      target,
      ...countOf(evaluate(movedTerm(input.term, target))),
    })),
  };
}

function evaluated(
  { percent, readings, exclusions, asOf }: TrialInput,
  term: SlaTerm,
  range: PeriodSpan,
  agreementOf: (period: Period) => Agreement,
): readonly Evaluation[] {
  const always = { ...term, effective_from: null, effective_to: null };
  const version = { key: '0', term: always, effectiveFrom: null, effectiveTo: null };
  const { terms } = evaluateContract({
    agreementOf,
    terms: [{ key: '0', percent, versions: [version], readings, exclusions, awaitingReview: [] }],
    ...range,
    asOf,
  });
  return terms[0]?.evaluations ?? [];
}

function countOf(evaluations: readonly Evaluation[]): TrialCount {
  return {
    failures: evaluations.filter(({ outcome }) => outcome === 'breached').length,
    runs: evaluations.filter(({ run }) => run === 1).length,
    triggers: evaluations.reduce((sum, { triggers }) => sum + triggers.length, 0),
    creditMinor: evaluations.reduce((sum, each) => sum + each.issued - each.returned, 0),
  };
}

/** Round targets over all that was measured, the tried one among them, in ascending order. */
function targetsAround(
  { term, min, max }: TrialInput,
  evaluations: readonly Evaluation[],
): string[] {
  const target = new Decimal(term.target);
  const seen = [
    target,
    ...evaluations.flatMap(({ measured }) => (measured === null ? [] : [new Decimal(measured)])),
  ];
  const low = Decimal.min(...seen);
  const high = Decimal.max(...seen);
  if (low.equals(high)) return [];
  const step = roundStep(high.minus(low).div(MOST_TARGETS - 4));
  const first = low.minus(target).div(step).floor().toNumber() - 1;
  const last = high.minus(target).div(step).ceil().toNumber() + 1;
  return Array.from({ length: last - first + 1 }, (_, index) =>
    target.plus(step.times(first + index)),
  )
    .filter((each) => (min === null || each.gte(min)) && (max === null || each.lte(max)))
    .map((each) => each.toFixed());
}

/** The next of 1, 2, 5, 10 … that is not below. */
function roundStep(raw: Decimal): Decimal {
  const power = new Decimal(10).pow(raw.log(10).floor());
  const lead = [1, 2, 5, 10].find((each) => power.times(each).gte(raw)) ?? 10;
  return power.times(lead);
}

function withNearestFee(contract: ContractDocument): (period: Period) => Agreement {
  const agreementOf = agreementsOf(contract);
  const months = Object.keys(contract.fees ?? {})
    .flatMap((month) => parsePeriod(month) ?? [])
    .sort((a, b) => a - b);
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return agreementOf;
  return (period) => {
    if (contract.fee_after !== null && period > last) return agreementOf(period);
    const nearest = months.findLast((month) => month <= period) ?? first;
    return { ...agreementOf(period), fee: agreementOf(nearest).fee };
  };
}
