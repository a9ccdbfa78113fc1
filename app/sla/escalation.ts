import type { Severity } from '~/contracts/sla-vocabulary';
import { addBusinessDays } from '~/shared/calendar';
import type { CaseState } from './case';

/** Whom a silence reaches: 1 a notice to those who look after the account, 2 a person takes over, 3 a backup is at hand. */
export type EscalationLevel = 1 | 2 | 3;

type Rung = {
  level: EscalationLevel;
  /** Working days after the case was opened, or after its deadline went by. */
  after: 'opening' | 'deadline';
  days: number;
};

/** The ladder by severity: the graver the failure, the sooner and the higher. */
const LADDER: Record<Severity, readonly Rung[]> = {
  minor: [
    { level: 1, after: 'deadline', days: 1 },
    { level: 2, after: 'deadline', days: 15 },
  ],
  serious: [
    { level: 1, after: 'deadline', days: 1 },
    { level: 2, after: 'deadline', days: 5 },
    { level: 3, after: 'deadline', days: 20 },
  ],
  critical: [
    { level: 1, after: 'opening', days: 0 },
    { level: 2, after: 'deadline', days: 1 },
    { level: 3, after: 'deadline', days: 10 },
  ],
};

/** A step that is due: its level, the day that it counts from and the day on which it fell due. */
export type EscalationStep = { level: EscalationLevel; since: string; dueOn: string };

export type EscalatingCase = {
  state: CaseState;
  severity: Severity;
  openedOn: string;
  /** The day by which the vendor's plan is due. */
  dueOn: string | null;
};

/**
 * The steps that have fallen due by a day, in the order of their days, while the vendor owes its answer. Steps counted
 * from a deadline come anew with a new one; those taken already (`level` and `since`) are left out.
 */
export function stepsDue(
  { state, severity, openedOn, dueOn }: EscalatingCase,
  taken: readonly Pick<EscalationStep, 'level' | 'since'>[],
  asOf: string,
): EscalationStep[] {
  if (state !== 'open' && state !== 'acknowledged') return [];
  return LADDER[severity]
    .flatMap(({ level, after, days }) => {
      const since = after === 'opening' ? openedOn : dueOn;
      return since === null ? [] : [{ level, since, dueOn: addBusinessDays(since, days) }];
    })
    .filter(({ dueOn: day }) => day <= asOf)
    .filter(({ level, since }) => !taken.some((one) => one.level === level && one.since === since))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.level - b.level));
}
