import { describe, expect, it } from 'vitest';
import { opinionsOf, unsettled, workOut, type WorkedOut } from './arithmetic';
import { exactText } from './exact-text';
import { checkScorecard, weightTotal, type Criterion, type Scorecard } from './scorecard';
import { fiveLevels, criterion, card } from '../../tests/cases/scorecard-cases';

const single = (...criteria: Criterion[]) => card([{ weight: '100', criteria }]);

function scored(template: Scorecard, points: Record<string, string | null>): WorkedOut {
  const answers = Object.entries(points).map(([key, given]) => ({ criterion: key, points: given }));
  return workOut(template, opinionsOf(template, answers, []));
}

const totalOf = ({ total }: WorkedOut) => (total === null ? null : exactText(total));

describe('weights', () => {
  it('of 33.3, 33.3 and 33.4 are exactly 100', () => {
    const criteria = ['33.3', '33.3', '33.4'].map((weight, index) =>
      criterion(`c${index}`, weight),
    );
    expect(weightTotal(criteria)).toBe('100');
    expect(checkScorecard(single(...criteria)).ok).toBe(true);
    expect(totalOf(scored(single(...criteria), { c0: '5', c1: '5', c2: '5' }))).toBe('100');
    expect(totalOf(scored(single(...criteria), { c0: '5', c1: '1', c2: '1' }))).toBe('33.3');
  });

  it.each([
    ['33.3', '33.3', '33.3', '99.9'],
    ['33.4', '33.4', '33.3', '100.1'],
    ['50', '50', '0.000000000001', '100.000000000001'],
  ])('of %s, %s and %s are refused, among criteria and among dimensions', (a, b, c, total) => {
    const wrong = [a, b, c].map((weight, index) => criterion(`c${index}`, weight));
    expect(checkScorecard(single(...wrong))).toMatchObject({
      fields: [
        { code: 'weights_total', params: { total }, field: 'dimensions[0].criteria[0].weight' },
      ],
    });
    const apart = card([a, b, c].map((weight) => ({ weight, criteria: [criterion('c', '100')] })));
    expect(checkScorecard(apart)).toMatchObject({
      fields: [{ code: 'weights_total', params: { total }, field: 'dimensions[0].weight' }],
    });
  });
});

describe('a template', () => {
  it('needs a scale, a knock-out on it, and a band for every total', () => {
    const lone = criterion('c', '100', { levels: fiveLevels.slice(0, 1) });
    const codes = (template: Scorecard) => {
      const checked = checkScorecard(template);
      return checked.ok ? [] : checked.fields?.map(({ code }) => code);
    };
    expect(codes(single(lone))).toEqual(['levels_few']);
    expect(codes(single(criterion('c', '100', { knockOut: '6' })))).toEqual([
      'knock_out_off_scale',
    ]);
    const [none, some, full] = single().bands;
    if (!none || !some || !full) throw new Error('three bands');
    const banded = (bands: Scorecard['bands']) => ({ ...single(criterion('c', '100')), bands });
    expect(codes(banded([some, full]))).toEqual(['bands_need_start']);
    expect(codes(banded([none, { ...full, from: '60' }, some]))).toEqual(['bands_twice']);
    expect(codes(banded([{ ...full, from: '0' }, some]))).toEqual(['bands_fall']);
  });
});

describe('a result', () => {
  const hard = single(criterion('easy', '99'), criterion('law', '1', { knockOut: '2' }));

  it('is disqualified by a knock-out whatever the total: 99', () => {
    const worked = scored(hard, { easy: '5', law: '1' });
    expect(totalOf(worked)).toBe('99');
    expect(worked.result).toBe('disqualified');
    expect(worked.causes[0]).toEqual({
      kind: 'knocked_out',
      criterion: 'law',
      points: '1',
      minimum: '2',
    });
  });

  it('at a knock-out’s minimum passes, and is at most conditional where nobody answered it', () => {
    expect(scored(hard, { easy: '5', law: '2' }).result).toBe('qualified');
    expect(scored(hard, { easy: '5', law: null }).result).toBe('conditional');
  });

  it('of exactly 100 has a band, and so has exactly 0', () => {
    const plain = single(criterion('c', '100'));
    expect(scored(plain, { c: '5' })).toMatchObject({ result: 'qualified', band: { from: '80' } });
    expect(scored(plain, { c: '1' })).toMatchObject({
      result: 'disqualified',
      band: { from: '0' },
    });
    expect(scored(plain, { c: '4' }).result).toBe('conditional');
  });

  it('takes what is not answered as neither zero nor full marks', () => {
    const three = single(criterion('a', '50'), criterion('b', '25'), criterion('c', '25'));
    expect(totalOf(scored(three, { a: '3', b: '3', c: null }))).toBe('50');
    expect(exactText(scored(three, { a: '3', b: '3', c: null }).answered)).toBe('75');
    expect(scored(three, { a: null, b: null, c: '5' })).toMatchObject({
      result: null,
      isAnsweredEnough: false,
    });
    expect(totalOf(scored(three, {}))).toBeNull();
  });
});

describe('several assessors', () => {
  const plain = single(criterion('c', '100'));
  const given = (...points: string[]) => points.map((each) => ({ criterion: 'c', points: each }));

  it('count by their mean, exactly', () => {
    const worked = workOut(plain, opinionsOf(plain, given('3', '4', '4'), []));
    expect(totalOf(worked)).toBe('200/3');
    expect(worked.dimensions[0]?.criteria[0]?.formula).toBe(
      '((3 + 4 + 4) ÷ 3 − 1) ÷ (5 − 1) × 100',
    );
  });

  it('settle what lies further apart than the limit, and then that counts', () => {
    const near = opinionsOf(plain, given('3', '4'), []);
    expect(unsettled(plain, near)).toEqual([]);
    const apart = opinionsOf(plain, given('2', '4'), []);
    expect(unsettled(plain, apart)).toEqual(['c']);
    const settled = opinionsOf(plain, given('2', '4'), [{ criterion: 'c', points: '4' }]);
    expect(unsettled(plain, settled)).toEqual([]);
    expect(totalOf(workOut(plain, settled))).toBe('75');
  });
});
