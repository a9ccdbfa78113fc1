import { z } from 'zod';
import { compare, fraction } from '~/shared/fraction';
import {
  decimalField,
  isLess,
  optional,
  type Params,
  percentField,
  wrong,
} from './document-fields';
import { bandLimits } from './band-limits';
import { higherIsBetter, type Operator, SEVERITIES } from './sla-vocabulary';

export const bandSchema = z.strictObject({
  severity: z.enum(SEVERITIES),
  from: optional(decimalField()),
  to: optional(decimalField()),
  points: decimalField({ min: '0' }).default('0'),
  credit_percent: percentField().default('0'),
});

/** A failure band: values between `from` and `to` (null: unbounded) count as `severity`. */
export type Band = z.output<typeof bandSchema>;

type Banded = { operator: Operator; target: string; bands: readonly Band[] };

/**
 * Failure bands must start at the target, follow each other without gap or overlap, end unbounded and never soften
 * outwards, in severity, points or credit. A published schedule with 98.9 below 99 shows why: 98.95 fell into no band.
 */
export function checkBands(term: Banded, context: z.core.$RefinementCtx): void {
  const note = (code: string, params: Params, index: number, name: string) =>
    wrong(context, code, params, ['bands', index, name]);
  if (term.bands.length === 0) return wrong(context, 'bands_empty', {}, ['bands']);
  term.bands.forEach((band, index) => {
    if (band.from !== null && band.to !== null && !isLess(band.from, band.to))
      note('band_from_not_below_to', { from: band.from, to: band.to }, index, 'from');
    checkNearLimit(term, index, note);
    checkSoftening(term, index, note);
  });
  const last = term.bands.length - 1;
  const outermost = term.bands[last];
  const far = outermost && bandLimits(outermost, term.operator).far;
  if (far != null) note('band_not_unbounded', { limit: far }, last, sideNames(term.operator).far);
}

type Note = (code: string, params: Params, index: number, name: string) => void;

function checkNearLimit(term: Banded, index: number, note: Note): void {
  const band = term.bands[index];
  if (!band) return;
  const { near } = bandLimits(band, term.operator);
  const side = sideNames(term.operator).near;
  const before = term.bands[index - 1];
  const expected = before ? bandLimits(before, term.operator).far : term.target;
  if (before && expected === null) return note('band_after_unbounded', {}, index, side);
  if (expected === null) return;
  if (near === null) return note('band_start_missing', { expected }, index, side);
  const order = compare(fraction(near), fraction(expected));
  if (order === 0) return;
  if (!before) return note('band_not_at_target', { limit: near, target: expected }, index, side);
  const outward = higherIsBetter(term.operator) ? order < 0 : order > 0;
  note(outward ? 'band_gap' : 'band_overlap', { limit: near, expected }, index, side);
}

function checkSoftening(term: Banded, index: number, note: Note): void {
  const band = term.bands[index];
  const milder = term.bands[index - 1];
  if (!band || !milder) return;
  if (SEVERITIES.indexOf(band.severity) < SEVERITIES.indexOf(milder.severity))
    note('band_softens', { value: band.severity, before: milder.severity }, index, 'severity');
  for (const name of ['points', 'credit_percent'] as const) {
    if (isLess(band[name], milder[name]))
      note('band_softens', { value: band[name], before: milder[name] }, index, name);
  }
}

function sideNames(operator: Operator): { near: 'from' | 'to'; far: 'from' | 'to' } {
  return higherIsBetter(operator) ? { near: 'to', far: 'from' } : { near: 'from', far: 'to' };
}
