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
import type { Scorecard } from './scorecard';
import { words, criterion, card, type Drawn, worked } from '../../tests/cases/scorecard-cases';

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
