import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodOf } from '~/shared/period';
import { actionEffect } from './action-effect';

const done = periodOf(2023, 4);
const months = (...values: (string | null)[]) =>
  values.map((measured, index) => ({ period: done - 3 + index, measured }));

describe('the effect of actions', () => {
  it('is the mean of three months after against three before, without the month itself', () => {
    const effect = actionEffect(months('70', '72', '74', '10', '80', '81', '85'), done, 'higher');
    expect(effect).toEqual({ before: '72', after: '82', change: '10', better: true });
  });

  it('knows that less can be better', () => {
    const rates = months('5', '5', '5', null, '4', '4', '4');
    expect(actionEffect(rates, done, 'lower').better).toBe(true);
    expect(actionEffect(rates, done, 'higher').better).toBe(false);
  });

  it('says nothing where a side has no figure, or nothing changed', () => {
    expect(actionEffect(months('5', null, '5'), done, 'higher')).toEqual({
      ...{ before: '5', after: null, change: null, better: null },
    });
    expect(actionEffect(months('5', '5', '5', '1', '5'), done, 'lower').better).toBeNull();
    expect(actionEffect([], done, 'lower').before).toBeNull();
  });

  it('turns with its direction, whatever the figures', () => {
    const figure = fc.option(fc.integer({ min: -10_000, max: 10_000 }).map(String));
    fc.assert(
      fc.property(fc.array(figure, { minLength: 7, maxLength: 7 }), (values) => {
        const [up, down] = (['higher', 'lower'] as const).map(
          (better) => actionEffect(months(...values), done, better).better,
        );
        expect(up).toBe(down === null || down === undefined ? null : !down);
      }),
    );
  });
});
