import type { Severity } from '~/contracts/sla-vocabulary';
import type { Period } from '~/shared/period';
import type { Outcome } from '../OutcomeMark';

export type TrialCount = { failures: number; runs: number; triggers: number; creditMinor: number };

/** What a term would have done to the last months, as the back-test answers. */
export type Trial = {
  currency: string;
  months: {
    period: Period;
    outcome: Outcome;
    severity: Severity | null;
    measured: string | null;
    creditMinor: number;
  }[];
  total: TrialCount;
  targets: (TrialCount & { target: string })[];
};
