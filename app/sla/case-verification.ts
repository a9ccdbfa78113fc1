import { type Period, periodOfDate } from '~/shared/period';

/** Periods that have to pass, one after another, before a case is closed. */
const PERIODS_TO_PASS = 3;

/** An evaluation of the case's term, by which it is verified. */
export type CaseEvaluation = {
  period: Period;
  outcome: 'pending' | 'met' | 'at_risk' | 'breached' | 'no_data' | 'excused';
};

/**
 * How far the verification is: the periods in a row that passed (met or at risk), from the month in which it began and
 * after the last failure. Months that are excused, pending or without data neither count nor break the row.
 */
export function verification(
  facts: { verifyingSince: string | null; lastPeriod: Period },
  evaluations: readonly CaseEvaluation[],
): { passed: number; needed: number } {
  if (facts.verifyingSince === null) return { passed: 0, needed: PERIODS_TO_PASS };
  const from = Math.max(periodOfDate(facts.verifyingSince), facts.lastPeriod + 1);
  let passed = 0;
  for (const { outcome } of evaluations
    .filter(({ period }) => period >= from)
    .sort((a, b) => a.period - b.period)) {
    if (outcome === 'breached') passed = 0;
    else if (outcome === 'met' || outcome === 'at_risk') passed += 1;
  }
  return { passed, needed: PERIODS_TO_PASS };
}
