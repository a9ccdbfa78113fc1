import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairLine } from './fair-line';

type Item = { turn: string; at: number };

function lineOf(turns: readonly string[]) {
  const line = new FairLine<Item>();
  for (const [at, turn] of turns.entries()) line.add(turn, { turn, at });
  return line;
}

function drained(line: FairLine<Item>): Item[] {
  const taken: Item[] = [];
  for (let item = line.next(); item; item = line.next()) taken.push(item);
  return taken;
}

describe('a fair line', () => {
  it('gives each of them a turn before anybody has a second', () => {
    const taken = drained(lineOf(['a', 'a', 'a', 'b', 'c', 'b']));
    expect(taken.map(({ turn }) => turn).join('')).toBe('abcaba');
  });

  it('lets whoever comes later wait for one of those who asked for hundreds', () => {
    const line = lineOf(Array.from({ length: 300 }, () => 'many'));
    line.next();
    line.add('late', { turn: 'late', at: 300 });
    expect([line.next(), line.next()].map((item) => item?.turn)).toEqual(['many', 'late']);
    expect([line.waiting('many'), line.waiting('late')]).toEqual([298, 0]);
  });

  it('forgets who leaves, and keeps the places of the others', () => {
    const line = new FairLine<string>();
    for (const item of ['a1', 'a2', 'b1', 'a3', 'c1']) line.add(item[0] ?? '', item);
    line.remove('a', 'a2');
    line.remove('b', 'b1');
    line.remove('c', 'a3'); // Nothing of theirs.
    expect([line.waiting('a'), line.waiting('b')]).toEqual([2, 0]);
    expect([1, 2, 3, 4].map(() => line.next())).toEqual(['a1', 'c1', 'a3', undefined]);
  });

  it('loses nothing, keeps the order of each, and lets nobody have two turns while another waits', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), (turns) => {
        const taken = drained(lineOf(turns));
        expect(taken.map(({ at }) => at).sort((one, other) => one - other)).toEqual([
          ...turns.keys(),
        ]);
        for (const turn of new Set(turns)) {
          const own = taken.filter((item) => item.turn === turn).map(({ at }) => at);
          expect(own).toEqual([...own].sort((one, other) => one - other));
        }
        for (const [index, { turn }] of taken.entries()) {
          const again = taken.findIndex((item, later) => later > index && item.turn === turn);
          if (again < 0) continue;
          const between = taken.slice(index + 1, again).map((item) => item.turn);
          const after = new Set(taken.slice(again).map((item) => item.turn));
          const others = [...after].filter((other) => other !== turn);
          expect(between).toEqual(expect.arrayContaining(others));
        }
      }),
    );
  });
});
