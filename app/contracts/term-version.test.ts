import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOfDay, dayNumber } from '~/shared/calendar';
import {
  changeFrom,
  checkWithinContract,
  endAfter,
  latestVersion,
  type StoredVersion,
  versionOn,
} from './term-version';

const START = '2023-01-01';
const version = (
  id: number,
  effectiveFrom: string | null,
  effectiveTo: string | null = null,
): StoredVersion => ({ id, effectiveFrom, effectiveTo, replacedAt: null });

const first = version(1, null, '2023-06-30');
const second = version(2, '2023-07-01');

describe('a change of a term', () => {
  it.each<[string, string | null, ReturnType<typeof changeFrom>]>([
    [
      'after all',
      '2023-10-01',
      { shortened: [{ id: 2, effectiveTo: '2023-09-30' }], replaced: [] },
    ],
    ['between', '2023-04-01', { shortened: [{ id: 1, effectiveTo: '2023-03-31' }], replaced: [2] }],
    ['on the same day', '2023-07-01', { shortened: [], replaced: [2] }],
    ['from the start', null, { shortened: [], replaced: [1, 2] }],
    ['on the first day', START, { shortened: [], replaced: [1, 2] }],
  ])('%s', (_, from, change) => {
    expect(changeFrom([first, second], from, START)).toEqual(change);
  });

  it('leaves alone what ended before it', () => {
    expect(changeFrom([first], '2023-09-01', START)).toEqual({ shortened: [], replaced: [] });
  });

  it('leaves one version a day, the one made last for it', () => {
    const dates = fc.option(fc.integer({ min: 0, max: 300 }).map((n) => addDays(START, n)));
    fc.assert(
      fc.property(fc.array(dates, { minLength: 1, maxLength: 8 }), (froms) => {
        let kept: StoredVersion[] = [];
        froms.forEach((from, id) => {
          const { shortened, replaced } = changeFrom(kept, from, START);
          kept = kept.map((each) => ({
            ...each,
            effectiveTo:
              shortened.find((one) => one.id === each.id)?.effectiveTo ?? each.effectiveTo,
            replacedAt: replaced.includes(each.id) ? 'now' : each.replacedAt,
          }));
          kept.push(version(id, from));
        });
        for (let day = dayNumber(START); day < dayNumber(START) + 310; day += 7) {
          const date = dateOfDay(day);
          const expected = froms.findLastIndex((from) => (from ?? START) <= date);
          expect(versionOn(kept, date, START)?.id).toBe(expected < 0 ? undefined : expected);
        }
      }),
    );
  });
});

describe('the end of a term', () => {
  it.each<[string, ReturnType<typeof endAfter>]>([
    ['2023-12-31', { left: 2, replaced: [], shortened: [{ id: 2, effectiveTo: '2023-12-31' }] }],
    ['2023-05-31', { left: 1, replaced: [2], shortened: [{ id: 1, effectiveTo: '2023-05-31' }] }],
    ['2022-12-31', { left: 0, replaced: [1, 2], shortened: [] }],
  ])('after %s', (lastDay, change) => {
    expect(endAfter([first, second], lastDay, START)).toEqual(change);
  });
});

it('the latest version is the one that holds last', () => {
  expect(latestVersion([second, first])?.id).toBe(2);
  expect(latestVersion([{ ...second, replacedAt: 'now' }, first])?.id).toBe(1);
  expect(latestVersion([])).toBeNull();
});

it('a term lies in the time of its contract', () => {
  const contract = { startsOn: START, lastDay: '2023-12-31' };
  const code = (effectiveFrom: string | null, effectiveTo: string | null) => {
    const checked = checkWithinContract({ effectiveFrom, effectiveTo }, contract);
    return checked.ok ? null : [checked.reason.code, checked.reason.field];
  };
  expect(code('2023-12-31', null)).toBeNull();
  expect(code('2024-01-01', null)).toEqual(['term_after_contract', 'effective_from']);
  expect(code(null, '2022-12-31')).toEqual(['term_before_contract', 'effective_to']);
});
