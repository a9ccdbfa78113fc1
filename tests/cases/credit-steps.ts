import {
  nothing,
  type CreditBalances,
  type CreditLine,
  type CreditStep,
} from '~/settlement/credit-line';

/** A credit of which so much stands where, to be claimed until the end of January. */
export const line = (
  balances: Partial<CreditBalances>,
  more: Partial<CreditLine> = {},
): CreditLine => ({
  balances: { ...nothing, ...balances },
  claimUntil: '2024-01-31',
  claimedBy: 1,
  ...more,
});
export const manager: CreditStep = { by: 'manager', personId: 1, asOf: '2024-01-12' };
export const another: CreditStep = { ...manager, personId: 2, text: 'Two days were our own fault' };
export const vendor: CreditStep = { by: 'vendor', personId: 9, asOf: '2024-01-12' };
export const procurement: CreditStep = { by: 'procurement', personId: 3, asOf: '2024-01-12' };
export const clock: CreditStep = { by: 'clock', personId: null, asOf: '2024-02-01' };
