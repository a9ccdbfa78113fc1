import { describe, expect, it } from 'vitest';
import { bandSegments, positionOf } from './band-scale';
import { monthSlots } from './chart-scale';

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
