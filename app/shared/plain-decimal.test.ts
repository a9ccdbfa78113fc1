import { expect, it } from 'vitest';
import { commonDecimals } from './plain-decimal';

it('gives the figures of a column the decimals of the longest, up to a limit', () => {
  expect(commonDecimals(['6.1457', '4.850', null, '7'], 4)).toBe(4);
  expect(commonDecimals(['6.14571', '4.85'], 2)).toBe(2);
  expect(commonDecimals(['1200', null, '3.00'], 4)).toBe(0);
  expect(commonDecimals([], 4)).toBe(0);
});
