/** From when the days for a claim are counted: from the month's end, or from the day on which it was calculated. */
export const claimStarts = ['period_end', 'calculation'] as const;
export type ClaimStart = (typeof claimStarts)[number];

/**
 * How the days for a claim are counted: as they fall; ended on the next business day where the last one is none; or in
 * business days of the contract's calendar.
 */
export const claimCounts = ['calendar_days', 'next_business_day', 'business_days'] as const;
export type ClaimCount = (typeof claimCounts)[number];

/** What a contract says of claims: days, counted from where and how. */
export type ClaimTerms = {
  claimDays: number | null;
  claimFrom: ClaimStart;
  claimCount: ClaimCount;
};

/** How a contract's credits are claimed, and the percent of the fee that a month without a failure earns. */
export type SettlementTerms = ClaimTerms & { bonusPercent: string | null };

/** Where nothing is agreed a claim has no deadline, and no bonus is paid. */
export const noSettlementTerms: SettlementTerms = {
  claimDays: null,
  claimFrom: 'period_end',
  claimCount: 'calendar_days',
  bonusPercent: null,
};

/** Settlement terms as the fields of a contract's file are named, for a page to show what differs. */
export function settlementFieldsOf(terms: SettlementTerms): Record<string, unknown> {
  return {
    claim_days: terms.claimDays,
    claim_from: terms.claimFrom,
    claim_count: terms.claimCount,
    bonus_percent: terms.bonusPercent,
  };
}
