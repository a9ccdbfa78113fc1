import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failuresOfYears, MONTHS_OF_MAP } from './failures-of-year';

const evaluated = fc.array(
  fc.record({
    period: fc.integer({ min: 24_000, max: 24_060 }),
    outcome: fc.constantFrom('met' as const, 'breached' as const, 'pending' as const),
  }),
  { maxLength: 80 },
);

describe('failures of a year', () => {
  it('are those of the twelve months up to each month, wherever one of them is evaluated', () => {
    fc.assert(
      fc.property(evaluated, (all) => {
        const spans = failuresOfYears(all);
        for (let until = 23_990; until <= 24_080; until += 1) {
          const within = all.filter(
            ({ period }) => period <= until && period > until - MONTHS_OF_MAP,
          );
          const failures = within.filter(({ outcome }) => outcome === 'breached').length;
          const of = spans.filter((span) => span.firstPeriod <= until && until <= span.lastPeriod);
          expect(of.map((span) => span.failures)).toEqual(
            of.length > 0 || within.length > 0 ? [failures] : [],
          );
        }
        for (const [at, span] of spans.entries()) {
          expect(span.failures).not.toBe(spans[at - 1]?.failures);
          if (at > 0) expect(span.firstPeriod).toBe((spans[at - 1]?.lastPeriod ?? 0) + 1);
        }
      }),
    );
  });

  it('are none where nothing is evaluated', () => {
    expect(failuresOfYears([])).toEqual([]);
  });
});
