import { done, refused, type Outcome } from '~/shared/outcome';
import type { Tier } from '~/vendors/tier';

/** Yearly amounts in whole units of the house currency. */
export type ApprovalThresholds = {
  /** Below it one person is enough. */
  oneBelow: number;
  /** From it on a manager has to be among those who approve. */
  managerFrom: number;
};

export const usualApproval: ApprovalThresholds = { oneBelow: 10_000, managerFrom: 250_000 };

/** How many people have to approve, and whether a manager has to be among them. */
export type ApprovalNeed = { people: 1 | 2; manager: boolean };

/**
 * Who has to approve a contract: two people, one where it is small and the vendor neither strategic nor preferred; a manager
 * among them where it is large or the vendor strategic. An amount that is not known (no fee, no rate) counts as large.
 */
export function approvalNeed(
  yearly: number | null,
  tier: Tier | null,
  { oneBelow, managerFrom }: ApprovalThresholds,
): ApprovalNeed {
  const matters = tier === 'strategic' || tier === 'preferred';
  const manager = tier === 'strategic' || yearly === null || yearly >= managerFrom;
  const isSmall = yearly !== null && yearly < oneBelow && !matters && !manager;
  return { people: isSmall ? 1 : 2, manager };
}

export const contractStepKinds = [
  'submitted',
  'approved',
  'returned',
  'signed',
  'renewed',
  'terminated',
] as const;

export type ApprovalStep = {
  step: (typeof contractStepKinds)[number];
  personId: number | null;
  role: string | null;
};

/** The approvals since the contract was last submitted; those before do not count. */
export function approvalsOf<S extends ApprovalStep>(steps: readonly S[]): S[] {
  const submitted = steps.findLastIndex(({ step }) => step === 'submitted');
  return steps.slice(submitted + 1).filter(({ step }) => step === 'approved');
}

/** Whether a person may approve now: never what they submitted, and nobody twice. */
export function mayApprove(steps: readonly ApprovalStep[], personId: number | null): Outcome {
  const submitter = steps.findLast(({ step }) => step === 'submitted');
  if (submitter?.personId === personId) return refused('approval_own');
  if (approvalsOf(steps).some((approval) => approval.personId === personId))
    return refused('approval_twice');
  return done();
}

/** What is still missing once these have approved: people, or a manager among them. */
export function approvalMissing(
  need: { people: number; manager: boolean },
  approvals: readonly ApprovalStep[],
): { people: number; manager: boolean } {
  const manager = need.manager && !approvals.some(({ role }) => role === 'manager');
  const people = Math.max(need.people - approvals.length, manager ? 1 : 0);
  return { people, manager };
}
