import { z } from 'zod';
import { compare, fraction } from '~/shared/fraction';
import type { Outcome } from '~/shared/outcome';
import { type Band, bandSchema, checkBands } from './sla-bands';
import {
  AGGREGATES,
  CALENDAR_WINDOW_MONTHS,
  CREDIT_METHODS,
  higherIsBetter,
  holdsByOrder,
  type Operator,
  OPERATORS,
  READING_SOURCES,
  SEVERITIES,
} from './sla-vocabulary';
import { keptList } from '~/shared/kept-list';
import {
  countField,
  dateField,
  decimalField,
  optional,
  percentField,
  readDocument,
  wrong,
} from './document-fields';

const LONGEST_ROLLING_WINDOW = 60;
const LONGEST_REPEAT = 120;

const windowSchema = z
  .strictObject({
    kind: z.enum(['calendar', 'rolling']),
    months: countField(1, LONGEST_ROLLING_WINDOW).optional(),
  })
  .transform((window, context) => {
    const months = window.months ?? (window.kind === 'calendar' ? 1 : undefined);
    if (months === undefined) wrong(context, 'field_missing', {}, ['months']);
    else if (window.kind === 'calendar' && !CALENDAR_WINDOW_MONTHS.includes(months))
      wrong(context, 'not_one_of', { allowed: keptList(CALENDAR_WINDOW_MONTHS.map(String)) }, [
        'months',
      ]);
    else return { kind: window.kind, months };
    return z.NEVER;
  });

const repeatSchema = z.strictObject({
  consecutive: optional(countField(1, LONGEST_REPEAT)),
  n_of_m: optional(
    z
      .tuple([countField(1, LONGEST_REPEAT), countField(1, LONGEST_REPEAT)])
      .superRefine(([n, m], context) => {
        if (n > m) wrong(context, 'n_above_m', { n, m }, []);
      }),
  ),
  multiplier: decimalField({ min: '1' }).default('1'),
});

const creditSchema = z
  .strictObject({
    method: z.enum(CREDIT_METHODS).default('none'),
    pool_percent: decimalField({ min: '0' }).optional(),
    allocation_percent: percentField().optional(),
  })
  .superRefine((credit, context) => {
    for (const name of ['pool_percent', 'allocation_percent'] as const) {
      const given = credit[name] !== undefined;
      if (credit.method === 'pool' && !given) wrong(context, 'field_missing', {}, [name]);
      if (credit.method !== 'pool' && given)
        wrong(context, 'field_of_other_method', { name, method: credit.method }, [name]);
    }
  });

const sourcesSchema = z
  .array(z.enum(READING_SOURCES))
  .min(1)
  .superRefine((sources, context) => {
    const again = sources.findIndex((source, index) => sources.indexOf(source) !== index);
    if (again >= 0) wrong(context, 'listed_twice', { value: sources[again] ?? null }, [again]);
  });

const scopeSchema = z.strictObject({
  service: optional(z.string().min(1)),
  market: optional(z.string().min(1)),
});

const fields = z.strictObject({
  kpi: z.string().min(1),
  operator: z.enum(OPERATORS),
  target: decimalField(),
  warn_at: optional(decimalField()),
  bands: z.array(bandSchema).optional(),
  window: windowSchema.default({ kind: 'calendar', months: 1 }),
  aggregate: z.enum(AGGREGATES).default('weighted_mean'),
  min_sample: optional(decimalField({ min: '0' })),
  missing: z.enum(['ignore', ...SEVERITIES]).default('serious'),
  repeat: optional(repeatSchema),
  credit: optional(creditSchema).transform((credit) => credit ?? { method: 'none' as const }),
  earn_back: optional(z.strictObject({ periods: countField(1, LONGEST_REPEAT) })),
  critical: z.boolean().default(false),
  round_to: optional(z.int().min(0).max(12)),
  scope: optional(scopeSchema).transform((scope) => scope ?? { service: null, market: null }),
  sources: sourcesSchema.default([...READING_SOURCES]),
  effective_from: optional(dateField()),
  effective_to: optional(dateField()),
});

/** The document of one SLA term: unknown fields and terms that contradict themselves are refused, defaults filled in. */
export const slaTermSchema = fields
  .transform((term) => ({ ...term, bands: term.bands ?? [defaultBand(term)] }))
  .superRefine((term, context) => {
    checkBands(term, context);
    if (term.warn_at !== null && !holds(term.warn_at, term.operator, term.target))
      wrong(context, 'warn_at_wrong_side', { warn_at: term.warn_at, target: term.target }, [
        'warn_at',
      ]);
    if (
      term.effective_from !== null &&
      term.effective_to !== null &&
      term.effective_to < term.effective_from
    )
      wrong(context, 'ends_before_start', { from: term.effective_from, to: term.effective_to }, [
        'effective_to',
      ]);
  });

/**
 * An SLA term as agreed, with every default filled in; it is itself a valid document. Decimals are plain decimal text,
 * `points` and percentages included.
 */
export type SlaTerm = z.output<typeof slaTermSchema>;

/** Reads the document of a term; a refusal has a reason for each field that is wrong, its path in `field`. */
export function readSlaTerm(input: unknown): Outcome<SlaTerm> {
  return readDocument(slaTermSchema, input);
}

/** The term's document as people write it: numbers as JSON numbers wherever that keeps them exact. */
export function portableTerm(term: SlaTerm): Record<string, unknown> {
  const number = (text: string): number | string => (isExactNumber(text) ? Number(text) : text);
  const maybe = (text: string | null) => (text === null ? null : number(text));
  return {
    ...term,
    target: number(term.target),
    warn_at: maybe(term.warn_at),
    bands: term.bands.map((band) => ({
      severity: band.severity,
      from: maybe(band.from),
      to: maybe(band.to),
      points: number(band.points),
      credit_percent: number(band.credit_percent),
    })),
    min_sample: maybe(term.min_sample),
    repeat: term.repeat && { ...term.repeat, multiplier: number(term.repeat.multiplier) },
    credit: portableCredit(term.credit),
  };
}

function portableCredit(credit: SlaTerm['credit']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(credit).flatMap(([name, value]) => {
      if (value === undefined) return [];
      return [[name, name !== 'method' && isExactNumber(value) ? Number(value) : value]];
    }),
  );
}

/** A number of at most 15 digits comes out of JSON as it went in. */
function isExactNumber(text: string): boolean {
  return text.replace(/[-.]/g, '').length <= 15;
}

function defaultBand(term: { operator: Operator; target: string }): Band {
  const [from, to] = higherIsBetter(term.operator) ? [null, term.target] : [term.target, null];
  return { severity: 'serious', from, to, points: '0', credit_percent: '0' };
}

function holds(value: string, operator: Operator, target: string): boolean {
  const order = compare(fraction(value), fraction(target));
  return holdsByOrder(order, operator);
}
