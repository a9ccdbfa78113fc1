import { higherIsBetter, holdsByOrder, type Severity } from '~/contracts/sla-vocabulary';
import { compare, type Fraction, negative, rounded, subtract } from '~/shared/fraction';
import { type Period } from '~/shared/period';
import { type AgreedBand, type AgreedTerm, bandOfSeverity } from './agreed-term';
import { type Deadlines } from './deadlines';
import { type BreachKind, type NoDataReason, type PeriodOutcome } from './evaluation';
import { aggregate, type Measured, monthValue, type MonthValue } from './measure';

export type PeriodSpan = { from: Period; to: Period };

/** What is known about a term when one of its periods is decided. */
export type Facts = {
  percent: boolean;
  exclusions: readonly PeriodSpan[];
  /** Months whose report came in time and waits for its review. */
  awaitingReview: readonly Period[];
  deadlines: Deadlines;
};

/** The months of a window, by what is known of each. */
export type Window = {
  from: Period;
  used: Period[];
  excluded: Period[];
  outstanding: Period[];
};

/** How a period came out, before repeats and credits. `missed` is how far the value fell short of the target. */
export type Verdict = {
  outcome: PeriodOutcome;
  kind: BreachKind | null;
  reason: NoDataReason | null;
  severity: Severity | null;
  band: AgreedBand | null;
  value: Fraction | null;
  missed: Fraction | null;
  measured: Measured | null;
  window: Window;
};

const UNDECIDED = {
  kind: null,
  reason: null,
  severity: null,
  band: null,
  value: null,
  missed: null,
  measured: null,
};

/** Decides a period in the order of the rules: not over, excused, waiting or missing, nothing measured, the value. */
export function decide(agreed: AgreedTerm, period: Period, facts: Facts): Verdict {
  const from = period - agreed.term.window.months + 1;
  const window: Window = { from, used: [], excluded: [], outstanding: [] };
  const values: MonthValue[] = [];
  for (let month = from; month <= period; month += 1) {
    sortMonth(agreed, month, facts, window, values);
  }
  if (!facts.deadlines.isOver(period)) return { ...UNDECIDED, outcome: 'pending', window };
  if (window.excluded.length === agreed.term.window.months)
    return { ...UNDECIDED, outcome: 'excused', window };
  return (
    decideOutstanding(agreed, window, facts) ?? decideValue(agreed, window, values, facts.percent)
  );
}

function sortMonth(
  agreed: AgreedTerm,
  month: Period,
  facts: Facts,
  window: Window,
  values: MonthValue[],
): void {
  if (facts.exclusions.some((span) => span.from <= month && month <= span.to)) {
    window.excluded.push(month);
    return;
  }
  const reading = agreed.readings.get(month);
  if (!reading) {
    window.outstanding.push(month);
    return;
  }
  const value = monthValue(reading, facts.percent);
  if (!value.value) return;
  window.used.push(month);
  values.push(value);
}

/** A report that has not come: wait for it until it is overdue, then count it as the term says. */
function decideOutstanding(agreed: AgreedTerm, window: Window, facts: Facts): Verdict | null {
  const { outstanding } = window;
  if (outstanding.length === 0) return null;
  const isOverdue = (month: Period) =>
    !facts.awaitingReview.includes(month) && facts.deadlines.isOverdue(month);
  const { missing } = agreed.term;
  if (missing === 'ignore') {
    return outstanding.every(isOverdue) ? null : { ...UNDECIDED, outcome: 'pending', window };
  }
  if (!outstanding.some(isOverdue)) return { ...UNDECIDED, outcome: 'pending', window };
  return {
    ...UNDECIDED,
    outcome: 'breached',
    kind: 'missing_report',
    severity: missing,
    band: bandOfSeverity(agreed.bands, missing),
    window,
  };
}

function decideValue(
  agreed: AgreedTerm,
  window: Window,
  values: readonly MonthValue[],
  percent: boolean,
): Verdict {
  const { term, minSample } = agreed;
  const measured = aggregate(values, term, percent);
  const { value: exact, sample } = measured;
  if (!exact) return { ...UNDECIDED, outcome: 'no_data', reason: 'no_value', measured, window };
  if (minSample && sample && compare(sample, minSample) < 0)
    return { ...UNDECIDED, outcome: 'no_data', reason: 'sample_too_small', measured, window };
  const value = term.round_to === null ? exact : rounded(exact, term.round_to);
  const decided = { ...UNDECIDED, value, measured, window };
  if (holdsByOrder(compare(value, agreed.target), term.operator)) {
    const safe = !agreed.warnAt || holdsByOrder(compare(value, agreed.warnAt), term.operator);
    return { ...decided, outcome: safe ? 'met' : 'at_risk' };
  }
  const band = bandOfValue(agreed, value);
  const below = subtract(agreed.target, value);
  return {
    ...decided,
    outcome: 'breached',
    kind: 'value',
    severity: band?.severity ?? null,
    band,
    missed: higherIsBetter(term.operator) ? below : negative(below),
  };
}

/**
 * The mildest band that reaches as far as the value. On a boundary `gte` and `lte` take the milder side (published:
 * 99.0 % under 99.9/99/95 pays the first tier), `gt` and `lt` the harsher one.
 */
function bandOfValue(agreed: AgreedTerm, value: Fraction): AgreedBand | null {
  const { operator } = agreed.term;
  const found = agreed.bands.find(
    ({ far }) => far === null || holdsByOrder(compare(value, far), operator),
  );
  return found ?? null;
}
