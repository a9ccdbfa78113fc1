import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGivenBack, sheetSums } from './statement-sheet';

const parts = ['carried', 'fee', 'bonus', 'credit', 'penalty', 'correction'] as const;
type Amounts = Parameters<typeof sheetSums>[0];
const named = (minors: readonly number[], totalMinor: number) =>
  ({
    ...Object.fromEntries(parts.map((part, index) => [`${part}Minor`, minors[index] ?? 0])),
    totalMinor,
  }) as Amounts;
const sumOf = (minors: readonly number[]) => minors.reduce((sum, minor) => sum + minor, 0);

describe('the sums of a statement', () => {
  it('add up in its own currency and in the house’s, whatever the rates', () => {
    const some = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), {
      minLength: parts.length,
      maxLength: parts.length,
    });
    fc.assert(
      fc.property(
        some,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (all, average, end) => {
          const own = named(all, sumOf(all));
          const inHouse = all.map((minor) => minor * average);
          const sums = sheetSums(own, named(inHouse, sumOf(all) * end));
          const lines = sums.filter(({ kind }) => kind !== 'total');
          const total = sums.find(({ kind }) => kind === 'total');
          expect(sumOf(lines.map(({ minor }) => minor))).toBe(total?.minor);
          expect(
            sumOf(lines.map(({ houseMinor }) => houseMinor ?? 0)) - (total?.houseMinor ?? 0),
          ).toBe(0);
        },
      ),
    );
  });

  it('name what the month-end rate leaves against the average', () => {
    const own = named([0, 10_000, 200, 0, 0, 0], 10_200);
    const house = named([0, 71_526, 1_431, 0, 0, 0], 72_063);
    expect(sheetSums(own, house)).toEqual([
      { kind: 'fee', minor: 10_000, houseMinor: 71_526 },
      { kind: 'bonus', minor: 200, houseMinor: 1_431 },
      { kind: 'exchange', minor: 0, houseMinor: -894 },
      { kind: 'total', minor: 10_200, houseMinor: 72_063 },
    ]);
  });

  it('leave the difference out where there is none, no house currency or no rate', () => {
    const own = named([0, 10_000, 200, 0, 0, 0], 10_200);
    const kinds = (house: Parameters<typeof sheetSums>[1]) =>
      sheetSums(own, house).map(({ kind }) => kind);
    expect(kinds(own)).toEqual(['fee', 'bonus', 'total']);
    expect(kinds(null)).toEqual(['fee', 'bonus', 'total']);
    expect(kinds({ ...own, feeMinor: null })).toEqual(['fee', 'bonus', 'total']);
  });
});

describe('a credit line', () => {
  it.each([
    ['credit', 198_000, true],
    ['credit', -198_000, false],
    ['bonus', 198_000, false],
    ['credit', null, false],
  ] as const)('%s of %s is given back: %s', (kind, minor, expected) => {
    expect(isGivenBack({ kind, minor })).toBe(expected);
  });
});
