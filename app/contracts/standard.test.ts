import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marketTree } from '~/vendors/market-tree';
import {
  allowedOverrides,
  checkOverride,
  effectiveTerms,
  overriddenTerms,
  standardPath,
  termCourse,
  type Standard,
} from './standard';

/* WORLD 1 > EUROPE 2 > FR 3 > PARIS 4; WORLD 1 > ASIA 5 > CN 6 */
const tree = marketTree([
  { id: 1, parentId: null },
  { id: 2, parentId: 1 },
  { id: 3, parentId: 2 },
  { id: 4, parentId: 3 },
  { id: 5, parentId: 1 },
  { id: 6, parentId: 5 },
]);
const DAY = '2024-01-01';

type Said = [termId: number, marketId: number, said: string | null, from?: string];

function standard(terms: number, ...given: Said[]): Standard<string> {
  const termIds = Array.from({ length: terms }, (_, index) => index);
  const all: Said[] = [...termIds.map((id): Said => [id, 1, `global ${id}`]), ...given];
  return {
    marketId: 1,
    termIds,
    texts: all.map(([termId, marketId, said, effectiveFrom = DAY], id) => ({
      ...{ id, termId, marketId, effectiveFrom, said },
      version: all.slice(0, id + 1).filter((one) => one[0] === termId && one[1] === marketId)
        .length,
    })),
  };
}

function says(of: Standard<string>, marketId: number, day = DAY): (string | null)[] {
  return effectiveTerms(of, tree, marketId, day).map(({ text }) => text.said);
}

describe('the share that may be overridden', () => {
  it.each<[number, number, number]>([
    [0, 20, 0],
    [4, 20, 0],
    [5, 20, 1],
    [9, 20, 1],
    [10, 20, 2],
    [3, 33.4, 1],
    [3, 33.3, 0],
    [10, 0, 0],
    [7, 100, 7],
    [1000, 0.1, 1],
  ])('of %i terms at %f %% is %i', (terms, share, allowed) => {
    expect(allowedOverrides(terms, share)).toBe(allowed);
  });

  it('is never more than the share, and one term more would be', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(100), (terms, share) => {
        const allowed = allowedOverrides(terms, share);
        expect(allowed * 100).toBeLessThanOrEqual(terms * share);
        expect((allowed + 1) * 100).toBeGreaterThan(terms * share);
      }),
    );
  });
});

describe('what holds in a market', () => {
  const own = standard(5, [0, 3, 'fr'], [0, 4, 'paris'], [1, 2, 'europe']);

  it.each<[string, number, string[]]>([
    ['its own market', 1, ['global 0', 'global 1']],
    ['a region', 2, ['global 0', 'europe']],
    ['a country', 3, ['fr', 'europe']],
    ['a city that overrides an override', 4, ['paris', 'europe']],
    ['beside', 6, ['global 0', 'global 1']],
  ])('%s', (_, market, expected) => {
    expect(says(own, market).slice(0, 2)).toEqual(expected);
  });

  it('shows what is overridden beside what overrides it', () => {
    const [first] = effectiveTerms(own, tree, 4, DAY);
    expect([first?.text.said, first?.inherited?.said]).toEqual(['paris', 'fr']);
    expect(effectiveTerms(own, tree, 1, DAY)[0]?.inherited).toBeNull();
  });

  it('is nothing outside the standard', () => {
    expect(standardPath(tree, 2, 6)).toEqual([]);
    expect(effectiveTerms({ ...own, marketId: 2 }, tree, 6, DAY)).toEqual([]);
  });

  it('changes on its day, and a change made later for an earlier day overtakes it', () => {
    const changed = standard(1, [0, 1, 'march', '2024-03-01'], [0, 1, 'february', '2024-02-01']);
    expect(['2024-01-31', '2024-02-01', '2024-03-01'].map((day) => says(changed, 6, day))).toEqual([
      ['global 0'],
      ['february'],
      ['february'],
    ]);
  });

  it('inherits again once an override is taken back', () => {
    const back = standard(1, [0, 3, 'fr'], [0, 3, null, '2024-05-01']);
    expect([says(back, 4), says(back, 4, '2024-05-01')]).toEqual([['fr'], ['global 0']]);
    expect(overriddenTerms(back, tree, 4, '2024-05-01')).toEqual([]);
  });

  it('goes its course: what is overridden does not see the change above', () => {
    const course = (marketId: number) =>
      termCourse(
        standard(1, [0, 3, 'fr'], [0, 1, 'new', '2024-04-01'], [0, 3, null, '2024-06-01']),
        tree,
        { termId: 0, marketId },
        DAY,
      );
    expect(course(4)).toEqual([
      { from: DAY, said: 'fr' },
      { from: '2024-06-01', said: 'new' },
    ]);
    expect(course(6)).toEqual([
      { from: DAY, said: 'global 0' },
      { from: '2024-04-01', said: 'new' },
    ]);
  });
});

describe('a retired term', () => {
  const retired = standard(
    5,
    [0, 3, 'fr'],
    [0, 1, null, '2024-04-01'],
    [0, 1, 'again', '2024-08-01'],
  );
  const course = (marketId: number, from = DAY) =>
    termCourse(retired, tree, { termId: 0, marketId }, from);

  it('ends where it is inherited, stays where it is overridden, and may be said again', () => {
    expect(course(6)).toEqual([
      { from: DAY, said: 'global 0' },
      { from: '2024-04-01', said: null },
      { from: '2024-08-01', said: 'again' },
    ]);
    expect(course(4)).toEqual([{ from: DAY, said: 'fr' }]);
    expect(course(6, '2024-05-01')).toEqual([
      { from: '2024-05-01', said: null },
      { from: '2024-08-01', said: 'again' },
    ]);
  });

  it('is none of the terms of which a share may be overridden', () => {
    const wanted = { termId: 1, marketId: 3, from: '2024-05-01' };
    const four = standard(5, [0, 1, null, '2024-04-01']);
    expect(checkOverride(four, tree, wanted, 20)).toMatchObject({
      reason: { params: { allowed: 0, terms: 4 } },
    });
    expect(checkOverride(four, tree, { ...wanted, from: '2024-03-01' }, 20).ok).toBe(true);
  });
});

describe('an override', () => {
  const check = (of: Standard<string>, termId: number, marketId: number, from = DAY) => {
    const checked = checkOverride(of, tree, { termId, marketId, from }, 20);
    return checked.ok ? null : checked.reason;
  };

  it('is refused above the share, with how many are allowed', () => {
    expect(check(standard(4), 0, 3)).toEqual({
      code: 'override_above_share',
      params: { allowed: 0, terms: 4, share: 20 },
    });
    expect(check(standard(5), 0, 3)).toBeNull();
    expect(check(standard(5, [0, 3, 'fr']), 1, 3)?.code).toBe('override_above_share');
  });

  it('of what is overridden already takes no more of it', () => {
    expect(check(standard(5, [0, 3, 'fr']), 0, 3)).toBeNull();
    expect(check(standard(5, [0, 2, 'europe']), 0, 4)).toBeNull();
  });

  it('counts with those above and those below, not with those beside', () => {
    expect(check(standard(5, [0, 2, 'europe']), 1, 4)?.code).toBe('override_above_share');
    expect(check(standard(5, [0, 4, 'paris']), 1, 2)?.code).toBe('override_above_share');
    expect(check(standard(5, [0, 3, 'fr']), 1, 6)).toBeNull();
  });

  it('that begins later counts from now on, one that ended does not', () => {
    expect(check(standard(5, [0, 3, 'fr', '2025-01-01']), 1, 3)?.code).toBe('override_above_share');
    const over = standard(5, [0, 3, 'fr'], [0, 3, null, '2024-02-01']);
    expect(check(over, 1, 3, '2024-02-01')).toBeNull();
    expect(check(over, 1, 3)?.code).toBe('override_above_share');
  });

  it('lies within the standard and below where it is held', () => {
    expect(check(standard(5), 0, 1)?.code).toBe('market_outside_standard');
    expect(check({ ...standard(5), marketId: 5 }, 0, 3)?.code).toBe('market_outside_standard');
  });

  it('never lets a market differ in more terms than the share, in whatever order they come', () => {
    const wanted = fc.record({
      termId: fc.nat(9),
      marketId: fc.constantFrom(2, 3, 4, 5, 6),
      month: fc.integer({ min: 1, max: 9 }),
      isTakenBack: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 25 }), (steps) => {
        const given: Said[] = [];
        for (const { termId, marketId, month, isTakenBack } of steps) {
          const from = `2024-0${month}-01`;
          const now = standard(10, ...given);
          if (isTakenBack) given.push([termId, marketId, null, from]);
          else if (check(now, termId, marketId, from) === null)
            given.push([termId, marketId, 'own', from]);
        }
        const all = standard(10, ...given);
        for (const marketId of tree.keys())
          for (let month = 1; month <= 9; month += 1) {
            const here = says(all, marketId, `2024-0${month}-01`);
            const differing = here.filter((said, index) => said !== `global ${index}`);
            expect(here).toHaveLength(10);
            expect(differing.length).toBeLessThanOrEqual(2);
          }
      }),
    );
  });
});
