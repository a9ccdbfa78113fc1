import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ancestors, contains, marketPath, marketTree, moveMarket, subtree } from './market-tree';

const [WORLD, EUROPE, FRANCE, PARIS, LYON, ASIA] = [1, 2, 3, 4, 5, 6];
const tree = marketTree([
  { id: WORLD, parentId: null },
  { id: EUROPE, parentId: WORLD },
  { id: FRANCE, parentId: EUROPE },
  { id: PARIS, parentId: FRANCE },
  { id: LYON, parentId: FRANCE },
  { id: ASIA, parentId: WORLD },
]);

describe('market tree', () => {
  it('names what contains a market, nearest first', () => {
    expect(ancestors(tree, PARIS)).toEqual([FRANCE, EUROPE, WORLD]);
    expect(ancestors(tree, WORLD)).toEqual([]);
    expect(ancestors(tree, 99)).toEqual([]);
  });

  it.each([
    [EUROPE, PARIS, true],
    [PARIS, PARIS, true],
    [PARIS, EUROPE, false],
    [ASIA, PARIS, false],
    [PARIS, LYON, false],
  ])('market %i contains %i: %s', (outer, inner, expected) => {
    expect(contains(tree, outer, inner)).toBe(expected);
  });

  it('gathers a market with all that lies within it', () => {
    expect(subtree(tree, FRANCE)).toEqual([FRANCE, PARIS, LYON]);
    expect(subtree(tree, WORLD)).toHaveLength(6);
    expect(subtree(tree, 99)).toEqual([]);
  });

  it('writes the path from the root', () => {
    expect(marketPath(tree, PARIS)).toBe('/1/2/3/4/');
    expect(marketPath(tree, WORLD)).toBe('/1/');
  });

  it('moves a market with what it holds', () => {
    const moved = moveMarket(tree, FRANCE, ASIA);
    expect(moved.ok && ancestors(moved.value, PARIS)).toEqual([FRANCE, ASIA, WORLD]);
    expect(ancestors(tree, PARIS)).toEqual([FRANCE, EUROPE, WORLD]);
  });

  it.each([
    [FRANCE, FRANCE, 'market_cycle'],
    [EUROPE, PARIS, 'market_cycle'],
    [WORLD, ASIA, 'market_cycle'],
    [99, WORLD, 'market_unknown'],
    [FRANCE, 99, 'market_unknown'],
  ])('refuses to hang %i under %i: %s', (market, parent, code) => {
    const moved = moveMarket(tree, market, parent);
    expect(moved.ok ? null : moved.reason.code).toBe(code);
  });

  it('comes to an end even where stored parents form a ring', () => {
    const ring = marketTree([
      { id: 1, parentId: 2 },
      { id: 2, parentId: 1 },
    ]);
    expect(ancestors(ring, 1)).toEqual([2, 1]);
  });

  it('stays a tree whatever is moved', () => {
    const move = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));
    fc.assert(
      fc.property(fc.array(move), (moves) => {
        const after = moves.reduce((now, [market, parent]) => {
          const moved = moveMarket(now, market, parent);
          return moved.ok ? moved.value : now;
        }, tree);
        for (const id of after.keys()) expect(ancestors(after, id)).not.toContain(id);
      }),
    );
  });
});
