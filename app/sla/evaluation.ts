import type { CreditMethod, Severity } from '~/contracts/sla-vocabulary';
import type { Period } from '~/shared/period';

/** How a period of a term came out. */
export const PERIOD_OUTCOMES = [
  'pending',
  'met',
  'at_risk',
  'breached',
  'no_data',
  'excused',
] as const;
export type PeriodOutcome = (typeof PERIOD_OUTCOMES)[number];

/** Why a period is breached: by its value, or because its report never came. */
export const BREACH_KINDS = ['value', 'missing_report'] as const;
export type BreachKind = (typeof BREACH_KINDS)[number];

/** Why a period that was reported says nothing. */
export const NO_DATA_REASONS = ['no_value', 'sample_too_small'] as const;
export type NoDataReason = (typeof NO_DATA_REASONS)[number];

/** Repeated failures that give rights of their own. */
export const TRIGGERS = ['consecutive', 'n_of_m'] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** How the line of a breach came about; amounts in minor units, percentages and points as decimal text. */
export type CreditWorking = {
  method: CreditMethod;
  /** The contract's fee of the month. */
  fee: number;
  /** `tiered`, and a missing report under `shortfall`: the band's percent. `points`: that of the table. */
  percent: string | null;
  /** `shortfall`: the percentage points missed. */
  percentagePoints: string | null;
  /** `pool`: the three shares that are multiplied. */
  pool: { atRiskPercent: string; poolPercent: string; allocationPercent: string } | null;
  /** `points`: those of the contract in this month, and the one amount that they give. */
  contractPoints: { points: string; amount: number } | null;
};

/** What an evaluation was computed from, so that a page can spell the arithmetic out. */
export type Working = {
  /** First month of the window; its last is the period itself. */
  windowFrom: Period;
  /** Months whose values were used. */
  used: readonly Period[];
  /** Months left out by an agreed exclusion. */
  excluded: readonly Period[];
  /** Months without a report. */
  outstanding: readonly Period[];
  /** Observations in the window, where every month says how many. */
  sample: string | null;
  /** Numerator and denominator over the window, where they were pooled. */
  numerator: string | null;
  denominator: string | null;
  /** Index of the failure band in the version's bands. */
  band: number | null;
  /** By how much the band's points were multiplied. */
  multiplier: string;
  credit: CreditWorking | null;
};

/**
 * The outcome of one period of a term under the version then in force. Amounts are minor units of the contract's
 * currency: `credit` before cap and minimum, `capped` after the cap, `issued` after the minimum, `returned` what an
 * earn-back gives back in this period. `changesOn` is the next day on which the same data would say something else.
 */
export type Evaluation = {
  term: string;
  version: string;
  period: Period;
  outcome: PeriodOutcome;
  kind: BreachKind | null;
  reason: NoDataReason | null;
  severity: Severity | null;
  measured: string | null;
  shortfall: string | null;
  run: number;
  points: number;
  triggers: readonly Trigger[];
  credit: number;
  capped: number;
  issued: number;
  returned: number;
  changesOn: string | null;
  working: Working;
};
