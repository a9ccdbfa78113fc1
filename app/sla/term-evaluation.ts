import { decimalText, type Fraction, multiply } from '~/shared/fraction';
import type { Period } from '~/shared/period';
import { type AgreedBand, type AgreedTerm, agreedTerms, type TermVersion } from './agreed-term';
import { type Deadlines, nextChange } from './deadlines';
import type { Evaluation, Working } from './evaluation';
import type { TermReading } from './measure';
import { followRepeats, type Repeat } from './repeat';
import { decide, type Facts, type PeriodSpan, type Verdict } from './verdict';

/** A term with everything that its evaluation looks at; readings of its KPI in any order, those of other scopes too. */
export type TermInput = {
  key: string;
  /** Whether the KPI is in percent, so that a ratio counts 100 times. */
  percent: boolean;
  versions: readonly TermVersion[];
  readings: readonly TermReading[];
  exclusions: readonly PeriodSpan[];
  awaitingReview: readonly Period[];
};

/** A breached period with the exact numbers that its credit is computed from. */
export type Failure = {
  evaluation: Evaluation;
  agreed: AgreedTerm;
  band: AgreedBand | null;
  missed: Fraction | null;
  points: Fraction;
};

export type TermResult = { evaluations: Evaluation[]; failures: Failure[] };

/**
 * Evaluates a term from `from` to `to` in one pass. A month is decided by the version in force for the whole of it;
 * runs and triggers go on across versions. A calendar window counts under its last month; windows may reach back
 * before `from`, but not before the term's start. Credits are 0 until the contract's pass has been over them.
 */
export function evaluateTerm(
  input: TermInput,
  range: PeriodSpan,
  deadlines: Deadlines,
): TermResult {
  const versions = agreedTerms(input.versions, input.readings, range.from);
  const { percent, exclusions, awaitingReview } = input;
  const facts: Facts = { percent, exclusions, awaitingReview, deadlines };
  const follow = followRepeats();
  const result: TermResult = { evaluations: [], failures: [] };
  for (const agreed of versions) {
    const last = Math.min(range.to, agreed.last);
    for (let period = Math.max(range.from, agreed.first); period <= last; period += 1) {
      if (!isEvaluatedUnder(agreed, period)) continue;
      const verdict = decide(agreed, period, facts);
      const repeat = follow(period, verdict.outcome, agreed.term.repeat, agreed.step);
      const points = pointsOf(agreed, verdict.band, repeat.run);
      const evaluation = record(input.key, agreed, period, verdict, facts, repeat, points);
      result.evaluations.push(evaluation);
      if (points) {
        const { band, missed } = verdict;
        result.failures.push({ evaluation, agreed, band, missed, points });
      }
    }
  }
  return result;
}

/** Whether a window ends with this month and lies wholly within the time in force. */
function isEvaluatedUnder(agreed: AgreedTerm, period: Period): boolean {
  const { kind, months } = agreed.term.window;
  if (kind === 'calendar' && (period + 1) % months !== 0) return false;
  return period - months + 1 >= agreed.windowsFrom;
}

/** A band's points, multiplied from the second failure of a run on; null where the period is no failure. */
function pointsOf(agreed: AgreedTerm, band: AgreedBand | null, run: number): Fraction | null {
  if (!band || run === 0) return null;
  return run > 1 ? multiply(band.points, agreed.multiplier) : band.points;
}

function record(
  term: string,
  agreed: AgreedTerm,
  period: Period,
  verdict: Verdict,
  facts: Facts,
  repeat: Repeat,
  points: Fraction | null,
): Evaluation {
  const { outcome, value, missed } = verdict;
  return {
    term,
    version: agreed.key,
    period,
    outcome,
    kind: verdict.kind,
    reason: verdict.reason,
    severity: verdict.severity,
    measured: value ? decimalText(value) : null,
    shortfall: missed ? decimalText(missed) : null,
    run: repeat.run,
    points: points ? Number(decimalText(points)) : 0,
    triggers: repeat.triggers,
    credit: 0,
    capped: 0,
    issued: 0,
    returned: 0,
    changesOn: outcome === 'pending' ? changesOn(agreed, period, verdict, facts) : null,
    working: working(verdict, repeat.run > 1 ? (agreed.term.repeat?.multiplier ?? '1') : '1'),
  };
}

function changesOn(
  agreed: AgreedTerm,
  period: Period,
  { window }: Verdict,
  { awaitingReview, deadlines }: Facts,
): string | null {
  const ignore = agreed.term.missing === 'ignore';
  const waiting = { outstanding: window.outstanding, awaitingReview, ignore };
  return nextChange(period, waiting, deadlines);
}

function working({ window, measured, band }: Verdict, multiplier: string): Working {
  const pooled = measured?.pooled;
  return {
    windowFrom: window.from,
    used: window.used,
    excluded: window.excluded,
    outstanding: window.outstanding,
    sample: measured?.sample ? decimalText(measured.sample) : null,
    numerator: pooled ? decimalText(pooled.numerator) : null,
    denominator: pooled ? decimalText(pooled.denominator) : null,
    band: band?.index ?? null,
    multiplier,
    credit: null,
  };
}
