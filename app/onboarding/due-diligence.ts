import { addDays, addMonths } from '~/shared/calendar';
import { done, refused, type Outcome } from '~/shared/outcome';
import { tierChecks, tierTable, type Tier, type TierCheck } from '~/vendors/tier';

/** Where a check stands. A result that the tier wants seen by a second person waits for the sign-off. */
export const checkStates = [
  'not_started',
  'in_progress',
  'awaiting_sign_off',
  'passed',
  'failed',
  'not_applicable',
  'expired',
] as const;
export type CheckState = (typeof checkStates)[number];

/** What a reviewer can find; that a check does not apply takes a reason. */
export const checkResults = ['passed', 'failed', 'not_applicable'] as const;
export type CheckResult = (typeof checkResults)[number];

/** States in which something is left to do before the vendor can be let in. */
export const missingStates = [
  'not_started',
  'in_progress',
  'awaiting_sign_off',
  'failed',
  'expired',
] as const satisfies readonly CheckState[];

/** Months after which a check has to be made again: what moves quickly sooner. */
const VALID_MONTHS: Readonly<Record<TierCheck, number>> = {
  registration: 24,
  licences: 12,
  sanctions: 6,
  financial_health: 12,
  litigation: 12,
  data_protection: 24,
  information_security: 12,
  references: 36,
  site_visit: 24,
};

/** Days before its end from which a check is to be made again. */
const RENEW_WITHIN_DAYS = 60;

/** Checks whose failure costs most: of the middle tier, these alone are signed off by a second person. */
const SENSITIVE: readonly TierCheck[] = ['sanctions', 'financial_health'];

/** Which results a second person signs off, by tier. */
const SIGNED_OFF: Readonly<Record<Tier, 'every_check' | 'sensitive_checks' | 'none'>> = {
  strategic: 'every_check',
  preferred: 'every_check',
  standard: 'sensitive_checks',
  transactional: 'none',
};

/** The order in which checks are shown: that in which tiers add them. */
export function checkOrder(kind: TierCheck): number {
  return tierChecks.indexOf(kind);
}

/** Whether a vendor of the tier has this check signed off by a second person; without a tier it always is. */
export function needsSignOff(tier: Tier | null, kind: TierCheck): boolean {
  const asked = tier === null ? 'every_check' : SIGNED_OFF[tier];
  return asked === 'every_check' || (asked === 'sensitive_checks' && SENSITIVE.includes(kind));
}

/** Checks that a tier asks for and that are not open yet, in their order. */
export function checksToOpen(tier: Tier, open: readonly TierCheck[]): TierCheck[] {
  return tierTable[tier].checks.filter((kind) => !open.includes(kind));
}

type Standing = {
  kind: TierCheck;
  state: CheckState;
  expiresOn: string | null;
  signedOffBy: number | null;
};

/** Whether a result came in without the second person whom the tier wants, as when the vendor was graded up since. */
export function lacksSignOff(
  tier: Tier | null,
  { kind, state, signedOffBy }: Pick<Standing, 'kind' | 'state' | 'signedOffBy'>,
): boolean {
  return hasSettled({ state }) && signedOffBy === null && needsSignOff(tier, kind);
}

/** Whether a check stands on a result: what that rests on stays with it. */
export function hasSettled({ state }: { state: CheckState }): boolean {
  return state === 'passed' || state === 'failed' || state === 'not_applicable';
}

/**
 * Checks that a tier asks for and that do not speak for the vendor on a day: not there, unfinished, failed, run out, or not
 * signed off as the tier wants.
 */
export function checksLacking(tier: Tier, checks: readonly Standing[], today: string): TierCheck[] {
  const speaking = checks
    .filter((check) => ['valid', 'expiring'].includes(checkStanding(check, today)))
    .filter((check) => !lacksSignOff(tier, check))
    .map(({ kind }) => kind);
  return tierTable[tier].checks.filter((kind) => !speaking.includes(kind));
}

/** The state that a result leads to. */
export function stateAfter(
  result: CheckResult,
  check: { tier: Tier | null; kind: TierCheck },
): CheckState {
  return needsSignOff(check.tier, check.kind) ? 'awaiting_sign_off' : result;
}

/** The last day of a result where the reviewer names none. */
export function usualExpiry(kind: TierCheck, reviewedOn: string): string {
  return addMonths(reviewedOn, VALID_MONTHS[kind]);
}

/** Whether a result still speaks for the vendor on a day, runs out within 60 days, or has run out. */
export function checkStanding(
  { state, expiresOn }: { state: CheckState; expiresOn: string | null },
  today: string,
): 'open' | 'valid' | 'expiring' | 'expired' {
  if (state === 'expired') return 'expired';
  if (state !== 'passed' && state !== 'not_applicable') return 'open';
  if (expiresOn === null) return 'valid';
  if (expiresOn < today) return 'expired';
  return expiresOn <= addDays(today, RENEW_WITHIN_DAYS) ? 'expiring' : 'valid';
}

/**
 * Whether an outside reviewer may work on a check: what was handed in stands until it is sent back or runs out
 * (`check_handed_in`).
 */
export function mayWorkOutside({ state }: { state: CheckState }): Outcome {
  return state === 'not_started' || state === 'in_progress' || state === 'expired'
    ? done()
    : refused('check_handed_in', {}, 'result');
}

type Waiting = { state: CheckState; reviewerId: number | null };

/** Whether somebody may sign a result off or send it back: a second person, and only while it waits for one. */
export function checkSignOff(check: Waiting, personId: number | null): Outcome {
  if (check.state !== 'awaiting_sign_off')
    return refused('check_not_waiting', { state: check.state });
  return personId !== null && personId === check.reviewerId ? refused('check_own') : done();
}
