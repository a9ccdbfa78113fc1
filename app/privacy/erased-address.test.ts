import { expect, it } from 'vitest';
import { erasedAddress } from './erased-address';

it('goes to addresses that nobody has', () => {
  expect(erasedAddress(3)).toBe('erased-3@erased.invalid');
});
