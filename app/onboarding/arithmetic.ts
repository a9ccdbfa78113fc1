import {
  add,
  compare,
  divide,
  fraction,
  multiply,
  subtract,
  whole,
  ZERO,
  type Fraction,
} from '~/shared/fraction';
import type { AssessmentResult } from './assessment';
import {
  bandOf,
  scaleOf,
  type Band,
  type Criterion,
  type Dimension,
  type Scorecard,
} from './scorecard';
import { exactText } from './exact-text';

/** What one criterion came to: each assessor's points, how far they lie apart, and what counts. */
export type Opinion = {
  /** The points that assessors gave; who did not answer is not among them. */
  given: string[];
  /** The difference between the highest and the lowest in percent of the scale; null where fewer than two answered. */
  spread: Fraction | null;
  /** What was agreed where they differed. */
  settled: string | null;
};

export type CriterionLine = {
  criterion: Criterion;
  given: string[];
  settled: string | null;
  /** The points that count: settled, else the mean of those given; null where nobody answered. */
  points: Fraction | null;
  /** 0 at the lowest level, 100 at the highest. */
  score: Fraction | null;
  formula: string | null;
};
export type DimensionLine = {
  dimension: Dimension;
  criteria: CriterionLine[];
  score: Fraction | null;
  formula: string | null;
};

/** Why a result is what it is, beside its band. */
export type Cause =
  | { kind: 'band'; from: string }
  | { kind: 'knocked_out'; criterion: string; points: string; minimum: string }
  | { kind: 'knock_out_unanswered'; criterion: string };

export type WorkedOut = {
  dimensions: DimensionLine[];
  /** 0 to 100; null where nothing is answered. */
  total: Fraction | null;
  formula: string | null;
  /** Percent of the weight that is answered. */
  answered: Fraction;
  isAnsweredEnough: boolean;
  band: Band | null;
  result: AssessmentResult | null;
  causes: Cause[];
};

const HUNDRED = whole(100);

/**
 * Works a scorecard out, exactly: points become 0 to 100 along their scale; a dimension is the mean of its answered criteria
 * by weight, the total that of the dimensions in which anything is answered. What nobody answered has no part in the mean:
 * neither zero nor full marks. A knock-out that is missed disqualifies at any total; one that nobody answered leaves at most
 * a conditional result. There is no result while less than the template's minimum of the weight is answered.
 */
export function workOut(card: Scorecard, opinions: ReadonlyMap<string, Opinion>): WorkedOut {
  const dimensions = card.dimensions.map((dimension) => dimensionLine(dimension, opinions));
  const mean = weightedMean(dimensions.map(({ dimension, score }) => [dimension.weight, score]));
  const answered = dimensions.reduce(
    (sum, line) =>
      add(sum, divide(multiply(fraction(line.dimension.weight), answeredIn(line)), HUNDRED)),
    ZERO,
  );
  const isAnsweredEnough = mean !== null && compare(answered, fraction(card.minimumAnswered)) >= 0;
  const total = mean?.value ?? null;
  const band =
    total === null ? null : bandOf(card.bands, (from) => compare(total, fraction(from)) >= 0);
  const causes: Cause[] = [
    ...dimensions.flatMap(({ criteria }) => criteria.flatMap(knockOutCause)),
    ...(band ? [{ kind: 'band' as const, from: band.from }] : []),
  ];
  return {
    dimensions,
    total,
    formula: mean?.formula ?? null,
    answered,
    isAnsweredEnough,
    band,
    result: isAnsweredEnough && band ? resultOf(band, causes) : null,
    causes,
  };
}

function resultOf(band: Band, causes: readonly Cause[]): AssessmentResult {
  if (causes.some(({ kind }) => kind === 'knocked_out')) return 'disqualified';
  const isOpen = causes.some(({ kind }) => kind === 'knock_out_unanswered');
  return isOpen && band.result === 'qualified' ? 'conditional' : band.result;
}

function dimensionLine(
  dimension: Dimension,
  opinions: ReadonlyMap<string, Opinion>,
): DimensionLine {
  const criteria = dimension.criteria.map((criterion) =>
    criterionLine(criterion, opinions.get(criterion.key)),
  );
  const mean = weightedMean(criteria.map(({ criterion, score }) => [criterion.weight, score]));
  return { dimension, criteria, score: mean?.value ?? null, formula: mean?.formula ?? null };
}

function criterionLine(criterion: Criterion, opinion: Opinion | undefined): CriterionLine {
  const { given = [], settled = null } = opinion ?? {};
  const points = settled === null ? meanOf(given) : fraction(settled);
  if (points === null) return { criterion, given, settled, points, score: null, formula: null };
  const { min, max } = scaleOf(criterion);
  const range = subtract(fraction(max), fraction(min));
  const score = divide(multiply(subtract(points, fraction(min)), HUNDRED), range);
  const counted =
    settled === null && given.length > 1
      ? `(${given.map(signed).join(' + ')}) ÷ ${given.length}`
      : signed(exactText(points));
  const formula = `(${counted} − ${signed(min)}) ÷ (${signed(max)} − ${signed(min)}) × 100`;
  return { criterion, given, settled, points, score, formula };
}

function meanOf(given: readonly string[]): Fraction | null {
  if (given.length === 0) return null;
  return divide(
    given.reduce((sum, points) => add(sum, fraction(points)), ZERO),
    whole(given.length),
  );
}

type Weighted = readonly (readonly [weight: string, score: Fraction | null])[];

function weightedMean(parts: Weighted): { value: Fraction; formula: string } | null {
  const known = parts.flatMap(([weight, score]) => (score === null ? [] : [{ weight, score }]));
  if (known.length === 0) return null;
  const weights = known.reduce((sum, { weight }) => add(sum, fraction(weight)), ZERO);
  const sum = known.reduce(
    (total, { weight, score }) => add(total, multiply(fraction(weight), score)),
    ZERO,
  );
  const terms = known.map(({ weight, score }) => `${weight} × ${signed(exactText(score))}`);
  return {
    value: divide(sum, weights),
    formula: `(${terms.join(' + ')}) ÷ ${exactText(weights)}`,
  };
}

function answeredIn({ criteria }: DimensionLine): Fraction {
  return criteria.reduce(
    (sum, { criterion, score }) => (score === null ? sum : add(sum, fraction(criterion.weight))),
    ZERO,
  );
}

function knockOutCause({ criterion, points }: CriterionLine): Cause[] {
  const { key, knockOut } = criterion;
  if (knockOut === null) return [];
  if (points === null) return [{ kind: 'knock_out_unanswered', criterion: key }];
  return compare(points, fraction(knockOut)) < 0
    ? [{ kind: 'knocked_out', criterion: key, points: exactText(points), minimum: knockOut }]
    : [];
}

/** A value below zero or a ratio stands in brackets, so that a line can be read and reckoned again. */
function signed(text: string): string {
  return /^-|\//.test(text) ? `(${text})` : text;
}

/** What assessors gave for each criterion, and how far they lie apart. */
export function opinionsOf(
  card: Scorecard,
  answers: readonly { criterion: string; points: string | null }[],
  settlements: readonly { criterion: string; points: string }[],
): Map<string, Opinion> {
  const criteria = card.dimensions.flatMap((dimension) => dimension.criteria);
  return new Map(
    criteria.map((criterion) => {
      const given = answers.flatMap(({ criterion: key, points }) =>
        key === criterion.key && points !== null ? [points] : [],
      );
      const settled = settlements.find(({ criterion: key }) => key === criterion.key);
      return [
        criterion.key,
        { given, spread: spreadOf(criterion, given), settled: settled?.points ?? null },
      ];
    }),
  );
}

function spreadOf(criterion: Criterion, given: readonly string[]): Fraction | null {
  if (given.length < 2) return null;
  const ordered = given.map(fraction).sort(compare);
  const [lowest = ZERO] = ordered;
  const highest = ordered.at(-1) ?? ZERO;
  const { min, max } = scaleOf(criterion);
  const range = subtract(fraction(max), fraction(min));
  return divide(multiply(subtract(highest, lowest), HUNDRED), range);
}

/** The criteria on which assessors lie further apart than the template allows and nothing is settled yet. */
export function unsettled(card: Scorecard, opinions: ReadonlyMap<string, Opinion>): string[] {
  const limit = fraction(card.differenceLimit);
  return [...opinions].flatMap(([key, { spread, settled }]) =>
    spread !== null && settled === null && compare(spread, limit) > 0 ? [key] : [],
  );
}
