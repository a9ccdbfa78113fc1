import { describe, expect, it } from 'vitest';
import { missedScopes, wholeVendorScopes } from './proposal-scope';

const meets80 = (value: number) => value >= 80;
const term = { vendorId: 1, serviceIds: [5], marketId: null };
const markets = (scopes: { marketId: number | null }[]) => scopes.map(({ marketId }) => marketId);

describe('what a missed term speaks of', () => {
  it.each([
    ['its own market, whatever the others did', { ...term, marketId: 30 }, [[31, 60]], [30]],
    [
      'the markets that missed',
      term,
      [
        [31, 79],
        [32, 80],
        [33, 10],
      ],
      [31, 33],
    ],
    ['the whole service without values by market', term, [], [null]],
    [
      'the whole service where no market missed',
      term,
      [
        [31, 80],
        [32, 90],
      ],
      [null],
    ],
    [
      'no market without a value',
      term,
      [
        [31, null],
        [32, 70],
      ],
      [32],
    ],
    [
      'a market with two failed values once',
      term,
      [
        [31, 70],
        [31, 60],
      ],
      [31],
    ],
  ])('%s', (_, missed, values, expected) => {
    const byMarket = values.map(([marketId, value]) => ({
      marketId: Number(marketId),
      value: value ?? null,
    }));
    expect(markets(missedScopes(missed, byMarket, meets80))).toEqual(expected);
  });

  it('every service that the term can mean', () => {
    const scopes = missedScopes(
      { ...term, serviceIds: [5, 6] },
      [{ marketId: 31, value: 1 }],
      meets80,
    );
    expect(scopes).toEqual([
      { vendorId: 1, serviceId: 5, marketId: 31 },
      { vendorId: 1, serviceId: 6, marketId: 31 },
    ]);
  });
});

it('a whole vendor is every service and market that it offers, each once', () => {
  const offerings = [
    { serviceId: 5, marketId: 31 },
    { serviceId: 6, marketId: 31 },
    { serviceId: 5, marketId: 31 },
  ];
  expect(wholeVendorScopes(1, offerings)).toEqual([
    { vendorId: 1, serviceId: 5, marketId: 31 },
    { vendorId: 1, serviceId: 6, marketId: 31 },
  ]);
});
