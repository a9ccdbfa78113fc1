import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  fraction,
  multiply,
  subtract,
  type Fraction,
} from '~/shared/fraction';
import { opinionsOf, unsettled, workOut, type WorkedOut } from './arithmetic';
import { exactText } from './exact-text';
import { checkScorecard, weightTotal, type Criterion, type Scorecard } from './scorecard';

const words = (text: string) => ({ en: text, zh: text });
const fiveLevels = ['1', '2', '3', '4', '5'].map((points) => ({ points, name: words(points) }));

function criterion(key: string, weight: string, more: Partial<Criterion> = {}): Criterion {
  return {
    key,
    name: words(key),
    weight,
    levels: fiveLevels,
    free: false,
    knockOut: null,
    guidance: words(''),
    evidence: words(''),
    ...more,
  };
}

function card(
  dimensions: { weight: string; criteria: Criterion[] }[],
  more: Partial<Scorecard> = {},
): Scorecard {
  return {
    name: words('Card'),
    about: words(''),
    minimumAnswered: '50',
    differenceLimit: '25',
    dimensions: dimensions.map((dimension, index) => ({
      key: `d${index}`,
      name: words(`d${index}`),
      ...dimension,
    })),
    bands: [
      { from: '0', result: 'disqualified', entails: words('') },
      { from: '60', result: 'conditional', entails: words('') },
      { from: '80', result: 'qualified', entails: words('') },
    ],
    ...more,
  };
}

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

/** Weights of so many parts, in thousandths, that total exactly 100. */
function weightsOf(parts: readonly number[]): string[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  const units = parts.map((part) => Math.max(1, Math.floor((part / sum) * 100_000)));
  const rest = 100_000 - units.reduce((total, unit) => total + unit, 0);
  return units.map((unit, index) => String((index === 0 ? unit + rest : unit) / 1000));
}

const levels = fc
  .uniqueArray(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 6 })
  .map((points) => points.map((each) => ({ points: String(each), name: words(String(each)) })));

type Drawn = { template: Scorecard; answers: { criterion: string; points: string | null }[] };

const drawn: fc.Arbitrary<Drawn> = fc
  .array(
    fc.record({
      part: fc.integer({ min: 1, max: 100 }),
      criteria: fc.array(
        fc.record({
          part: fc.integer({ min: 1, max: 100 }),
          levels,
          chosen: fc.array(fc.option(fc.nat(5)), { minLength: 1, maxLength: 3 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => {
    const weights = weightsOf(parts.map(({ part }) => part));
    const answers: Drawn['answers'] = [];
    const dimensions = parts.map((part, place) => {
      const own = weightsOf(part.criteria.map((each) => each.part));
      return {
        weight: weights[place] ?? '0',
        criteria: part.criteria.map((each, index) => {
          const key = `c${place}-${index}`;
          for (const choice of each.chosen)
            answers.push({
              criterion: key,
              points:
                choice === null ? null : (each.levels[choice % each.levels.length]?.points ?? null),
            });
          return criterion(key, own[index] ?? '0', { levels: each.levels });
        }),
      };
    });
    return { template: card(dimensions, { minimumAnswered: '0' }), answers };
  });

const worked = ({ template, answers }: Drawn) =>
  workOut(template, opinionsOf(template, answers, []));

/** Reckons a line of the page again, by nothing but its text. */
function reckon(text: string): Fraction {
  let rest = text.replaceAll(' ', '');
  const take = (pattern: RegExp) => {
    const [taken] = pattern.exec(rest) ?? [];
    if (taken === undefined) return null;
    rest = rest.slice(taken.length);
    return taken;
  };
  const value = (): Fraction => {
    if (take(/^\(/) === null) return fraction(take(/^-?[\d.]+/) ?? '');
    const inner = sum();
    take(/^\)/);
    return inner;
  };
  const product = (): Fraction => {
    let left = value();
    for (let sign = take(/^[×÷/]/); sign !== null; sign = take(/^[×÷/]/))
      left = (sign === '×' ? multiply : divide)(left, value());
    return left;
  };
  const sum = (): Fraction => {
    let left = product();
    for (let sign = take(/^[+−]/); sign !== null; sign = take(/^[+−]/))
      left = (sign === '+' ? add : subtract)(left, product());
    return left;
  };
  return sum();
}

describe('10,000 random assessments', () => {
  const RUNS = { numRuns: 10_000 };

  it('total 0 to 100, in whatever order criteria stand, and the page’s lines give the total', () => {
    fc.assert(
      fc.property(drawn, (each) => {
        const { total, formula, dimensions } = worked(each);
        if (total === null) return;
        expect(compare(total, fraction('0'))).toBeGreaterThanOrEqual(0);
        expect(compare(total, fraction('100'))).toBeLessThanOrEqual(0);
        const turned: Scorecard = {
          ...each.template,
          dimensions: each.template.dimensions
            .map((part) => ({ ...part, criteria: [...part.criteria].reverse() }))
            .reverse(),
        };
        const reversed = worked({ template: turned, answers: [...each.answers].reverse() });
        expect(reversed.total && compare(reversed.total, total)).toBe(0);
        expect(compare(reckon(formula ?? ''), total)).toBe(0);
        for (const line of [...dimensions, ...dimensions.flatMap(({ criteria }) => criteria)])
          if (line.score && line.formula) expect(compare(reckon(line.formula), line.score)).toBe(0);
      }),
      RUNS,
    );
  }, 120_000);

  it('never fall when one score is raised', () => {
    fc.assert(
      fc.property(drawn, fc.nat(), (each, pick) => {
        const before = worked(each).total;
        const given = each.answers.filter(({ points }) => points !== null);
        const chosen = given[pick % Math.max(1, given.length)];
        if (!before || !chosen) return;
        const scale = each.template.dimensions
          .flatMap(({ criteria }) => criteria)
          .find(({ key }) => key === chosen.criterion);
        const higher = (scale?.levels ?? [])
          .map(({ points }) => points)
          .filter((points) => Number(points) > Number(chosen.points));
        const points = higher[pick % Math.max(1, higher.length)];
        if (points === undefined) return;
        const raised = each.answers.map((answer) =>
          answer === chosen ? { ...answer, points } : answer,
        );
        const after = worked({ ...each, answers: raised }).total;
        expect(after && compare(after, before)).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  }, 120_000);
});
