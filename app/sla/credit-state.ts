/** Where a month's credit stands between us and the vendor. */
export const creditStates = [
  'calculated',
  'claimed',
  'accepted',
  'applied',
  'disputed',
  'waived',
  'expired',
] as const;
