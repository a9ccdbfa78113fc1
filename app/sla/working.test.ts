import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedWorking, workingOf } from './working';

const months = fc.array(fc.integer({ min: 24_000, max: 24_003 }), { maxLength: 3 });
const text = fc.constantFrom(null, '0', '12.5');
const workings = fc.record({
  windowFrom: fc.integer({ min: 24_000, max: 24_002 }),
  used: months,
  excluded: months,
  outstanding: months,
  sample: text,
  numerator: text,
  denominator: text,
  band: fc.constantFrom(null, 0, 1),
  multiplier: fc.constantFrom('1', '2'),
  credit: fc.constant(null),
});

describe('what is stored of a working', () => {
  it('tells it whole again', () => {
    fc.assert(
      fc.property(workings, (working) => {
        expect(workingOf(storedWorking(working, 24_002), 24_002)).toEqual(working);
      }),
    );
  });

  it('is the sample alone of a month that was measured', () => {
    const working = { ...workingOf({}, 24_002), sample: '1000' };
    expect(storedWorking(working, 24_002)).toEqual({ sample: '1000' });
  });

  it('is understood as it was written before, every part named', () => {
    const whole = { ...workingOf({}, 24_002), used: [], outstanding: [24_002] };
    expect(workingOf({ ...whole }, 24_002)).toEqual(whole);
  });
});
