import { describe, expect, it } from 'vitest';
import { compareResults, type Compared } from './comparison';

const words = (text: string) => ({ en: text, zh: text });

function firm(vendor: string, total: string, scores: (string | null)[], scorecardId = 1): Compared {
  const dimensions = scores.map((score, index) => ({
    key: `d${index}`,
    name: words(`d${index}`),
    score,
  }));
  return { id: total.length, vendor, scorecardId, total, dimensions };
}

describe('a comparison', () => {
  it('marks the highest and the gap of each dimension and of the total', () => {
    const { rows } = compareResults([
      firm('A', '71.25', ['75', '60']),
      firm('B', '75', ['75', '80']),
      firm('C', '75', ['75', null]),
    ]);
    expect(rows.map(({ key, best, gap }) => ({ key, best, gap }))).toEqual([
      { key: 'd0', best: [], gap: '0' },
      { key: 'd1', best: [1], gap: '20' },
      { key: 'total', best: [1, 2], gap: '3.75' },
    ]);
  });

  it('of different templates compares totals alone', () => {
    const { rows, isMixed } = compareResults([firm('A', '50', ['50']), firm('B', '60', ['60'], 2)]);
    expect(isMixed).toBe(true);
    expect(rows.map(({ key }) => key)).toEqual(['total']);
  });
});
