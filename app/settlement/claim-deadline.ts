import { addBusinessDays, addDays, nextBusinessDay } from '~/shared/calendar';
import { lastDay, type Period } from '~/shared/period';
import type { ClaimTerms } from '~/contracts/settlement-terms';

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
