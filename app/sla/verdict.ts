import { higherIsBetter, holdsByOrder, type Severity } from '~/contracts/sla-vocabulary';
import { compare, type Fraction, rounded, subtract } from '~/shared/fraction';
import type { Period } from '~/shared/period';
import { type AgreedBand, type AgreedTerm, bandOfSeverity } from './agreed-term';
import type { Deadlines } from './deadlines';
import type { BreachKind, NoDataReason, PeriodOutcome } from './evaluation';
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
  used: readonly Period[];
  excluded: readonly Period[];
  outstanding: readonly Period[];
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

/** Decides a period in the order of the rules: not over, excused, waiting or missing, nothing measured, the value. */
export function decide(agreed: AgreedTerm, period: Period, facts: Facts): Verdict {
  const values: MonthValue[] = [];
  const window = windowOf(agreed, period, facts, values);
  if (!facts.deadlines.isOver(period)) return withoutValue('pending', null, window);
  if (window.excluded.length === agreed.term.window.months)
    return withoutValue('excused', null, window);
  return (
    decideOutstanding(agreed, window, facts) ?? decideValue(agreed, window, values, facts.percent)
  );
}

// Most windows are one month long with its reading there: these lists cost nothing then.
const NO_MONTHS: readonly Period[] = [];

/** Sorts the months of the window that ends with `period`, and collects the values of those that have one. */
function windowOf(agreed: AgreedTerm, period: Period, facts: Facts, values: MonthValue[]): Window {
  const from = period - agreed.term.window.months + 1;
  let used = NO_MONTHS;
  let excluded = NO_MONTHS;
  let outstanding = NO_MONTHS;
  for (let month = from; month <= period; month += 1) {
    if (facts.exclusions.some((span) => span.from <= month && month <= span.to)) {
      excluded = [...excluded, month];
      continue;
    }
    const reading = agreed.readings.get(month);
    if (!reading) {
      outstanding = [...outstanding, month];
      continue;
    }
    const value = monthValue(reading, facts.percent);
    if (!value.value) continue;
    used = [...used, month];
    values.push(value);
  }
  return { from, used, excluded, outstanding };
}

function withoutValue(
  outcome: PeriodOutcome,
  reason: NoDataReason | null,
  window: Window,
  measured: Measured | null = null,
): Verdict {
  return {
    outcome,
    kind: null,
    reason,
    severity: null,
    band: null,
    value: null,
    missed: null,
    measured,
    window,
  };
}

/** A report that has not come: wait for it until it is overdue, then count it as the term says. */
function decideOutstanding(agreed: AgreedTerm, window: Window, facts: Facts): Verdict | null {
  const { outstanding } = window;
  if (outstanding.length === 0) return null;
  const isOverdue = (month: Period) =>
    !facts.awaitingReview.includes(month) && facts.deadlines.isOverdue(month);
  const { missing } = agreed.term;
  if (missing === 'ignore') {
    return outstanding.every(isOverdue) ? null : withoutValue('pending', null, window);
  }
  if (!outstanding.some(isOverdue)) return withoutValue('pending', null, window);
  return {
    outcome: 'breached',
    kind: 'missing_report',
    reason: null,
    severity: missing,
    band: bandOfSeverity(agreed.bands, missing),
    value: null,
    missed: null,
    measured: null,
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
  if (!exact) return withoutValue('no_data', 'no_value', window, measured);
  if (minSample && sample && compare(sample, minSample) < 0)
    return withoutValue('no_data', 'sample_too_small', window, measured);
  const value = term.round_to === null ? exact : rounded(exact, term.round_to);
  const isMet = holdsByOrder(compare(value, agreed.target), term.operator);
  const band = isMet ? null : bandOfValue(agreed, value);
  return {
    outcome: isMet ? (isAtRisk(agreed, value) ? 'at_risk' : 'met') : 'breached',
    kind: isMet ? null : 'value',
    reason: null,
    severity: band?.severity ?? null,
    band,
    value,
    missed: isMet ? null : missedBy(agreed, value),
    measured,
    window,
  };
}

function isAtRisk({ warnAt, term }: AgreedTerm, value: Fraction): boolean {
  return warnAt !== null && !holdsByOrder(compare(value, warnAt), term.operator);
}

function missedBy({ target, term }: AgreedTerm, value: Fraction): Fraction {
  return higherIsBetter(term.operator) ? subtract(target, value) : subtract(value, target);
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
