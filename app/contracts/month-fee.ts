import type { Period } from '~/shared/period';
import type { MonthlyFee } from './contract-record';

/** What a month's fee was taken from. */
export const feeSources = ['fixed', 'monthly', 'volume'] as const;
export type FeeSource = (typeof feeSources)[number];

/** A month's fee in minor units and where it comes from. A month begun is paid in full. */
export type MonthFee = { minor: number; source: FeeSource };

/**
 * The fee of a month as it is agreed without volumes: the one listed for it; the one fee where none is listed or the month
 * is after the last listed, so that a contract which goes on has a fee for good. Null where the contract names none.
 */
export function agreedFees(
  feeMinor: number | null,
  monthly: readonly MonthlyFee[],
): (period: Period) => MonthFee | null {
  const listed = new Map(monthly.map((fee) => [fee.period, fee.feeMinor]));
  const last = Math.max(-Infinity, ...listed.keys());
  return (period) => {
    const minor = listed.get(period);
    if (minor !== undefined) return { minor, source: 'monthly' };
    return feeMinor === null || period < last ? null : { minor: feeMinor, source: 'fixed' };
  };
}
