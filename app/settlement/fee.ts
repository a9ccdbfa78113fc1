import type { Period } from '~/shared/period';

/** What a month's fee was taken from. */
export const feeSources = ['fixed', 'monthly'] as const;
export type FeeSource = (typeof feeSources)[number];

export type AgreedFees = {
  /** One fee for all months, in minor units. */
  feeMinor: number | null;
  /** Fees by month, where there is no one fee. */
  monthly: ReadonlyMap<Period, number>;
};

/** The fee of a month and where it comes from; null where the contract names none. A month begun is paid in full. */
export function monthFee(
  { feeMinor, monthly }: AgreedFees,
  period: Period,
): { minor: number; source: FeeSource } | null {
  const ofMonth = monthly.get(period);
  if (ofMonth !== undefined) return { minor: ofMonth, source: 'monthly' };
  return feeMinor === null ? null : { minor: feeMinor, source: 'fixed' };
}
