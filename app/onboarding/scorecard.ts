import { Decimal } from '~/shared/decimal';
import { isPlainDecimal } from '~/shared/plain-decimal';
import { done, refusedFields, type Outcome, type Reason } from '~/shared/outcome';
import { assessmentResults, type AssessmentResult } from './assessment';

/** Words of a template in both languages. */
export type Words = { en: string; zh: string };

/** A described level of a scale. */
export type Level = { points: string; name: Words };

/**
 * What is judged, on a scale of described levels from the lowest to the highest; `free` takes any value between them, for
 * figures that were measured elsewhere. Below `knockOut` points nothing else counts.
 */
export type Criterion = {
  key: string;
  name: Words;
  /** Percent of its dimension. */
  weight: string;
  levels: Level[];
  free: boolean;
  knockOut: string | null;
  guidance: Words;
  evidence: Words;
};

export type Dimension = { key: string; name: Words; weight: string; criteria: Criterion[] };

/** What a total from `from` on means, and what follows. */
export type Band = { from: string; result: AssessmentResult; entails: Words };

/** A scorecard template as one document: published, it never changes. */
export type Scorecard = {
  name: Words;
  about: Words;
  /** Percent of the weight that has to be answered before there is a total. */
  minimumAnswered: string;
  /** Percent of a scale between the highest and the lowest score from which assessors have to settle it. */
  differenceLimit: string;
  dimensions: Dimension[];
  bands: Band[];
};

const FULL = 100;

/** The sum of weights, exact, as the editor shows it; what is no number counts as nothing. */
export function weightTotal(parts: readonly { weight: string }[]): string {
  return parts
    .reduce((sum, { weight }) => (isPlainDecimal(weight) ? sum.plus(weight) : sum), new Decimal(0))
    .toFixed();
}

/** The lowest and highest points of a criterion's scale. */
export function scaleOf({ levels }: Pick<Criterion, 'levels'>): { min: string; max: string } {
  const points = levels.map((level) => new Decimal(level.points));
  return { min: Decimal.min(...points).toFixed(), max: Decimal.max(...points).toFixed() };
}

/** Every criterion of a template, in order. */
export function criteriaOf({ dimensions }: Pick<Scorecard, 'dimensions'>): Criterion[] {
  return dimensions.flatMap(({ criteria }) => criteria);
}

/** True where points may be given for a criterion: one of its levels, or any value between them on a free scale. */
export function isOnScale(criterion: Criterion, points: string): boolean {
  if (!isPlainDecimal(points)) return false;
  const value = new Decimal(points);
  if (!criterion.free) return criterion.levels.some((level) => value.eq(level.points));
  const { min, max } = scaleOf(criterion);
  return value.gte(min) && value.lte(max);
}

/**
 * A template that can be published, or everything that is wrong with it by field: weights that do not total exactly 100 at
 * each level (`weights_total`), a scale of fewer than two levels (`levels_few`) or with one level twice (`levels_twice`), a
 * knock-out beside its scale (`knock_out_off_scale`), bands that leave a total without a result (`bands_need_start`), name
 * one twice (`bands_twice`) or get worse as totals rise (`bands_fall`), and names that are missing.
 */
export function checkScorecard(card: Scorecard): Outcome<Scorecard> {
  const faults = [
    ...named(card.name, 'name'),
    ...percentFault(card.minimumAnswered, 'minimumAnswered'),
    ...percentFault(card.differenceLimit, 'differenceLimit'),
    ...weightFaults(card.dimensions, 'dimensions'),
    ...card.dimensions.flatMap((dimension, index) =>
      dimensionFaults(dimension, `dimensions[${index}]`),
    ),
    ...bandFaults(card.bands),
  ];
  return faults.length > 0 ? refusedFields(faults) : done(card);
}

function named({ en, zh }: Words, field: string): Reason[] {
  return [
    ...(en.trim() === '' ? [{ code: 'required', field: `${field}.en` }] : []),
    ...(zh.trim() === '' ? [{ code: 'required', field: `${field}.zh` }] : []),
  ];
}

function percentFault(text: string, field: string): Reason[] {
  const fits = isPlainDecimal(text) && new Decimal(text).gte(0) && new Decimal(text).lte(FULL);
  return fits ? [] : [{ code: 'weight_out_of_range', field }];
}

function weightFaults(parts: readonly { weight: string }[], field: string): Reason[] {
  const each = parts.flatMap(({ weight }, index) => {
    const fits =
      isPlainDecimal(weight) && new Decimal(weight).gt(0) && new Decimal(weight).lte(FULL);
    return fits ? [] : [{ code: 'weight_out_of_range', field: `${field}[${index}].weight` }];
  });
  if (each.length > 0) return each;
  const total = weightTotal(parts);
  if (new Decimal(total).eq(FULL)) return [];
  return [{ code: 'weights_total', params: { total }, field: `${field}[0].weight` }];
}

function dimensionFaults({ name, criteria }: Dimension, field: string): Reason[] {
  return [
    ...named(name, `${field}.name`),
    ...weightFaults(criteria, `${field}.criteria`),
    ...criteria.flatMap((criterion, index) =>
      criterionFaults(criterion, `${field}.criteria[${index}]`),
    ),
  ];
}

function criterionFaults(criterion: Criterion, field: string): Reason[] {
  const points = criterion.levels.map((level) => level.points);
  const scale = `${field}.levels`;
  if (!points.every(isPlainDecimal)) return [{ code: 'levels_points', field: scale }];
  const different = new Set(points.map((text) => new Decimal(text).toFixed()));
  const { knockOut } = criterion;
  return [
    ...named(criterion.name, `${field}.name`),
    ...(different.size < points.length ? [{ code: 'levels_twice', field: scale }] : []),
    ...(different.size < 2 ? [{ code: 'levels_few', field: scale }] : []),
    ...(different.size >= 2 && knockOut !== null && !isWithin(criterion, knockOut)
      ? [{ code: 'knock_out_off_scale', params: scaleOf(criterion), field: `${field}.knockOut` }]
      : []),
  ];
}

function isWithin(criterion: Criterion, points: string): boolean {
  return isOnScale({ ...criterion, free: true }, points);
}

function bandFaults(bands: readonly Band[]): Reason[] {
  const wrong = bands.flatMap(({ from }, index) => percentFault(from, `bands[${index}].from`));
  if (wrong.length > 0) return wrong;
  const ordered = [...bands].sort((a, b) => new Decimal(a.from).cmp(b.from));
  const [lowest] = ordered;
  if (!lowest || !new Decimal(lowest.from).eq(0))
    return [{ code: 'bands_need_start', field: 'bands[0].from' }];
  const froms = new Set(ordered.map(({ from }) => new Decimal(from).toFixed()));
  if (froms.size < ordered.length) return [{ code: 'bands_twice', field: 'bands[0].from' }];
  const ranks = ordered.map(({ result }) => assessmentResults.indexOf(result));
  const falls = ranks.some((rank, index) => rank > (ranks[index - 1] ?? rank));
  return falls ? [{ code: 'bands_fall', field: 'bands[0].result' }] : [];
}

/** The band of a total: the highest that begins at or below it, so that exactly 100 has one. */
export function bandOf(bands: readonly Band[], isReached: (from: string) => boolean): Band | null {
  return (
    [...bands]
      .sort((a, b) => new Decimal(b.from).cmp(a.from))
      .find(({ from }) => isReached(from)) ?? null
  );
}
