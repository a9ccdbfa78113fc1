import { describe, expect, it } from 'vitest';
import { bandSegments, positionOf } from './band-scale';
import { periodOf } from '~/shared/period';
import { monthSlots, monthTicks, valueTicks } from './chart-scale';

const bands = [
  { severity: 'minor', from: 78, to: 80 },
  { severity: 'serious', from: 75, to: 78 },
  { severity: 'critical', from: null, to: 75 },
] as const;

describe('a term’s bands on a line', () => {
  const segments = bandSegments({ operator: 'gte', target: 80, warnAt: 82, bands });

  it('run from low to high without a gap, from failure to met', () => {
    expect(segments.map(({ severity, outcome }) => severity ?? outcome)).toEqual([
      'critical',
      'serious',
      'minor',
      'at_risk',
      'met',
    ]);
    expect(segments.map(({ from }) => from)).toEqual([null, 75, 78, 80, 82]);
    expect(segments.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1, 10);
  });

  it('turn round where less is better, and leave warning out where there is none', () => {
    const turned = bandSegments({
      operator: 'lte',
      target: '2',
      bands: [{ severity: 'serious', from: '2', to: null }],
    });
    expect(turned.map(({ outcome }) => outcome)).toEqual(['met', 'breached']);
  });

  it('place a value in its own stretch, however far out', () => {
    const inside = (value: number, at: number) => {
      const place = positionOf(value, segments);
      const { left, width } = segments[at] ?? { left: NaN, width: NaN };
      expect(place).toBeGreaterThan(left);
      expect(place).toBeLessThan(left + width);
    };
    inside(14.63, 0);
    inside(76, 1);
    inside(79.9723, 2);
    inside(99, 4);
  });
});

describe('a trend', () => {
  it('has a slot for each month, also where nothing was reported', () => {
    expect(monthSlots([{ period: 5 }, { period: 2 }]).map(({ point }) => point?.period)).toEqual([
      2,
      undefined,
      undefined,
      5,
    ]);
    expect(monthSlots([])).toEqual([]);
  });
});

describe('the months under an axis', () => {
  const months = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => from + index);
  const ticks = (count: number, room: number) =>
    monthTicks(months(periodOf(2022, 8), count), room).map(
      ({ period, hasYear }) =>
        `${(period % 12) + 1}${hasYear ? ` ${Math.floor(period / 12)}` : ''}`,
    );

  it('are all there where they fit, the year under the first and under each January', () => {
    expect(ticks(7, 12)).toEqual(['8 2022', '9', '10', '11', '12', '1 2023', '2']);
  });

  it('keep one distance and the Januaries where they do not, so that no year goes unsaid', () => {
    expect(ticks(17, 6)).toEqual(['10 2022', '1 2023', '4', '7', '10']);
    expect(ticks(17, 3)).toEqual(['1 2023', '7']);
    expect(ticks(120, 6)).toEqual(['1 2024', '1 2026', '1 2028', '1 2030', '1 2032']);
  });

  it('are never more than there is room for, and each year that is seen is written once', () => {
    for (let count = 1; count <= 60; count += 1) {
      const chosen = monthTicks(months(periodOf(2022, 5), count), 6);
      expect(chosen.length).toBeGreaterThan(0);
      expect(chosen.length).toBeLessThanOrEqual(6);
      const years = new Set(chosen.map(({ period }) => Math.floor(period / 12)));
      expect(chosen.filter(({ hasYear }) => hasYear)).toHaveLength(years.size);
    }
  });
});

describe('the values beside an axis', () => {
  it.each([
    [[71.99, 90.1, 80, 82], true, [70, 75, 80, 85, 90, 95]],
    [[97.2, 99.9, 99], true, [97, 98, 99, 100]],
    [[0, 5.57, 2], true, [0, 2, 4, 6]],
    [[5926.9, 7201.37], false, [5500, 6000, 6500, 7000, 7500]],
    [[80], true, [80, 100]],
    [[0], false, [0, 0.2]],
  ])('%j are %j', (values, isPercent, ticks) => {
    expect(valueTicks(values, isPercent)).toEqual(ticks);
  });
});
