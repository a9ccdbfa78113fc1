import type { Period } from '~/shared/period';

export const causeKinds = [
  'critical_breach',
  'repeat_trigger',
  'contract_ending',
  'critical_risk',
  'on_demand',
] as const;

/** Why a proposal was made, and on which day that became known. */
export type Cause = { on: string } & (
  | { kind: 'critical_breach'; breachId: number; kpiCode: string; period: Period }
  | {
      kind: 'repeat_trigger';
      breachId: number;
      kpiCode: string;
      period: Period;
      trigger: 'consecutive' | 'n_of_m';
    }
  | { kind: 'contract_ending'; contractId: number; contractNumber: string; endsOn: string }
  | { kind: 'critical_risk'; riskId: number; title: string; score: number }
  | { kind: 'on_demand'; personId: number | null; personName: string | null }
);

/** The causes with one more, unless the same has joined before: a job that runs twice adds nothing. */
export function joinCause(causes: readonly Cause[], cause: Cause): Cause[] {
  const key = causeKey(cause);
  return causes.some((known) => causeKey(known) === key) ? [...causes] : [...causes, cause];
}

/** What makes two causes the same one; two people who ask, or one who asks on another day, are two. */
export function causeKey(cause: Cause): string {
  switch (cause.kind) {
    case 'critical_breach':
      return `${cause.kind}:${cause.breachId}`;
    case 'repeat_trigger':
      return `${cause.kind}:${cause.breachId}:${cause.trigger}`;
    case 'contract_ending':
      return `${cause.kind}:${cause.contractId}:${cause.endsOn}`;
    case 'critical_risk':
      return `${cause.kind}:${cause.riskId}`;
    case 'on_demand':
      return `${cause.kind}:${cause.personId}:${cause.on}`;
  }
}
