import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptTargets } from './pack-backtest';

const months = fc.array(
  fc.integer({ min: 0, max: 10_000 }).map((cents) => (cents / 100).toFixed(2)),
  { minLength: 1, maxLength: 12 },
);

describe('targets that past months would have kept', () => {
  it('are kept by all, and by three of four', () => {
    fc.assert(
      fc.property(months, fc.constantFrom('higher' as const, 'lower' as const), (values, side) => {
        const kept = keptTargets(values.map((measured) => ({ measured, direction: side })));
        const holds = (target: string | undefined) =>
          values.filter((value) =>
            side === 'higher' ? Number(value) >= Number(target) : Number(value) <= Number(target),
          ).length / values.length;
        expect(holds(kept?.inAll)).toBe(1);
        expect(holds(kept?.inMost)).toBeGreaterThanOrEqual(0.75);
      }),
    );
  });

  it('are none where nothing was measured', () => {
    expect(keptTargets([{ measured: null, direction: 'higher' }])).toBeNull();
    expect(keptTargets([])).toBeNull();
  });
});
