import { describe, expect, it } from 'vitest';
import { periodOf } from '~/shared/period';
import { agreedFees } from './month-fee';

const may = periodOf(2023, 5);

describe('the fee of a month', () => {
  it('is the one listed for it, and the one for all where none is listed', () => {
    expect(agreedFees(100, [])(may)).toEqual({ minor: 100, source: 'fixed' });
    expect(agreedFees(null, [{ period: may, feeMinor: 70 }])(may)).toEqual({
      minor: 70,
      source: 'monthly',
    });
    expect(agreedFees(null, [])(may)).toBeNull();
  });

  it('goes on after the last one listed for as long as the contract does', () => {
    const of = agreedFees(100, [
      { period: may, feeMinor: 70 },
      { period: may + 2, feeMinor: 80 },
    ]);
    expect([-1, 0, 1, 2, 3, 600].map((after) => of(may + after)?.minor ?? null)).toEqual([
      null,
      70,
      null,
      80,
      100,
      100,
    ]);
  });
});
