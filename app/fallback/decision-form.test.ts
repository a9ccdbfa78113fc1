import { expect, test } from 'vitest';
import { readShares } from './decision-form';

test('shares are read as they were typed, empty ones take no part', () => {
  expect(readShares({ 'share-7': ' 60 % ', 'share-8': '４０', 'share-9': '', other: '5' })).toEqual(
    [
      { vendorId: 7, sharePercent: '60' },
      { vendorId: 8, sharePercent: '40' },
    ],
  );
});

test('what is no number stays as it is, for the decision to refuse', () => {
  expect(readShares({ 'share-7': 'half' })).toEqual([{ vendorId: 7, sharePercent: 'half' }]);
});
