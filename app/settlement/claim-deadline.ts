import { addBusinessDays, addDays, nextBusinessDay } from '~/shared/calendar';
import { lastDay, type Period } from '~/shared/period';

/** From when the days for a claim are counted: from the month's end, or from the day on which it was calculated. */
export const claimStarts = ['period_end', 'calculation'] as const;
export type ClaimStart = (typeof claimStarts)[number];

/**
 * How the days for a claim are counted: as they fall; ended on the next business day where the last one is none; or in
 * business days of the contract's calendar.
 */
export const claimCounts = ['calendar_days', 'next_business_day', 'business_days'] as const;
export type ClaimCount = (typeof claimCounts)[number];

export type ClaimTerms = {
  claimDays: number | null;
  claimFrom: ClaimStart;
  claimCount: ClaimCount;
};

/** Without an agreement a claim has no deadline. */
export const noClaimLimit: ClaimTerms = {
  claimDays: null,
  claimFrom: 'period_end',
  claimCount: 'calendar_days',
};

/**
 * The last day on which a month's credit can be claimed, by the holidays of the contract's business calendar where it
 * counts by it. What a later evaluation adds is counted from the day on which it was posted, so that nothing is over
 * before it is known. Null without a limit.
 */
export function claimUntil(
  { claimDays, claimFrom, claimCount }: ClaimTerms,
  { period, firstOn, lastOn }: { period: Period; firstOn: string; lastOn: string },
  holidays: readonly string[] = [],
): string | null {
  if (claimDays === null) return null;
  const isFirst = firstOn === lastOn;
  const from = claimFrom === 'period_end' && isFirst ? lastDay(period) : lastOn;
  switch (claimCount) {
    case 'calendar_days':
      return addDays(from, claimDays);
    case 'next_business_day':
      return nextBusinessDay(addDays(from, claimDays), holidays);
    case 'business_days':
      return addBusinessDays(from, claimDays, holidays);
  }
}
