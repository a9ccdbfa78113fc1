import { SEVERITIES, type Severity } from '~/contracts/sla-vocabulary';
import type { Period } from '~/shared/period';
import type { PeriodOutcome } from './evaluation';

/** An outcome as a heat map places it. */
export type HeatOutcome = {
  period: Period;
  outcome: PeriodOutcome;
  severity: Severity | null;
  measured: string | null;
  breachId: number | null;
};

/** Outcomes from the one that matters least to the one that matters most. */
const WEIGHT: readonly PeriodOutcome[] = [
  'pending',
  'no_data',
  'excused',
  'met',
  'at_risk',
  'breached',
];

/** One outcome a month: where several terms say something, the worst stands for the month. */
export function worstByMonth<O extends HeatOutcome>(outcomes: readonly O[]): O[] {
  const byMonth = new Map<Period, O>();
  for (const each of outcomes) {
    const before = byMonth.get(each.period);
    if (!before || rank(each) > rank(before)) byMonth.set(each.period, each);
  }
  return [...byMonth.values()].sort((a, b) => a.period - b.period);
}

function rank({ outcome, severity }: HeatOutcome): number {
  const grave = severity === null ? 0 : SEVERITIES.indexOf(severity) + 1;
  return WEIGHT.indexOf(outcome) * 10 + grave;
}
