import { describe, expect, it } from 'vitest';
import { engine } from '~db/columns';
import { benchEvaluation } from './evaluation';
import { benchPacks } from './packs';
import { isKept, tableOf, type Line } from './line';

const line: Line = { what: 'a page', measured: '10 ms against 5 ms', value: 2, limit: 1.5 };

describe('the bench', () => {
  it('holds what it measures to its limits', () => {
    expect(isKept(line)).toBe(false);
    expect(isKept({ ...line, limit: 2 })).toBe(true);
    expect(isKept({ ...line, atLeast: true })).toBe(true);
    expect(tableOf([line, { ...line, what: 'pages a second', atLeast: true }]).split('\n')).toEqual(
      [
        expect.stringMatching(/^ +what/),
        expect.stringMatching(/^MISSED {2}a page .* 2 .*≤ 1.5$/),
        expect.stringMatching(/^kept {4}pages a second .*≥ 1.5$/),
      ],
    );
  });

  it.runIf(engine === 'sqlite')('freezes a pack with every term that it made up', async () => {
    const [line] = await benchPacks(26);
    expect(line?.measured).toMatch(/ [1-9]\d* figures/);
    expect(Number(/(\d+) figures/.exec(line?.measured ?? '')?.[1])).toBeGreaterThan(26 * 3);
  });

  it.runIf(engine === 'sqlite')('evaluates what it has made up, with breaches', async () => {
    const lines = await benchEvaluation({ vendors: 20, kpis: 2, months: 6 });
    expect(lines).toHaveLength(4);
    expect(lines[0]?.what).toMatch(/^evaluate 240 readings, [1-9]\d* breaches$/);
    for (const { value } of lines) expect(value).toBeGreaterThan(0);
  });
});
