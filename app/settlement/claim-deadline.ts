import { addDays } from '~/shared/calendar';
import { lastDay, type Period } from '~/shared/period';

/** From when the days for a claim are counted: from the month's end, or from the day on which it was calculated. */
export const claimStarts = ['period_end', 'calculation'] as const;
export type ClaimStart = (typeof claimStarts)[number];

export type ClaimTerms = { claimDays: number | null; claimFrom: ClaimStart };

/** Without an agreement a claim has no deadline. */
export const noClaimLimit: ClaimTerms = { claimDays: null, claimFrom: 'period_end' };

/**
 * The last day on which a month's credit can be claimed. What a later evaluation adds is counted from the day on which it
 * was posted, so that nothing is over before it is known. Null without a limit.
 */
export function claimUntil(
  { claimDays, claimFrom }: ClaimTerms,
  { period, firstOn, lastOn }: { period: Period; firstOn: string; lastOn: string },
): string | null {
  if (claimDays === null) return null;
  const isFirst = firstOn === lastOn;
  return addDays(claimFrom === 'period_end' && isFirst ? lastDay(period) : lastOn, claimDays);
}
