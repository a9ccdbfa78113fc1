import { z } from 'zod';
import { Decimal } from '~/shared/decimal';
import { compare, fraction } from '~/shared/fraction';
import { isDate } from '~/shared/calendar';
import { keptList } from '~/shared/kept-list';
import { done, type Outcome, type Reason, refusedFields } from '~/shared/outcome';

/*
 * The fields that the portable documents of terms and contracts are made of. What is wrong is said as a code with its
 * parameters and the path of the field, such as `terms.0.bands.1.from`.
 */

export type Params = Record<string, string | number | null>;

type Context = z.core.$RefinementCtx;

/** Notes that a field is wrong: a code for the locale files, what it needs to know, and where. */
export function wrong(context: Context, code: string, params: Params, path: PropertyKey[]): void {
  context.addIssue({ code: 'custom', message: code, params: { code, ...params }, path });
}

const WRITTEN_NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,2})?$/;

/** A number as JSON or a spreadsheet writes it, `1e-7` included, as plain decimal text; null where it is none. */
export function plainDecimal(text: string): string | null {
  return WRITTEN_NUMBER.test(text) ? new Decimal(text).toFixed() : null;
}

type Limits = { min?: string; max?: string };

/** A decimal, given as a JSON number or as text; kept as plain decimal text, so that none is ever rounded. */
export function decimalField(limits: Limits = {}) {
  return z.unknown().transform((value, context) => {
    const text = typeof value === 'number' || typeof value === 'string' ? String(value) : null;
    const plain = text === null ? null : plainDecimal(text.trim());
    if (value === undefined) wrong(context, 'field_missing', {}, []);
    else if (plain === null) wrong(context, 'number_invalid', { value: shown(value) }, []);
    else if (limits.min !== undefined && isLess(plain, limits.min))
      wrong(context, 'number_too_small', { value: plain, min: limits.min }, []);
    else if (limits.max !== undefined && isLess(limits.max, plain))
      wrong(context, 'number_too_large', { value: plain, max: limits.max }, []);
    else return plain;
    return z.NEVER;
  });
}

/** A percentage of something, 0 to 100. */
export function percentField() {
  return decimalField({ min: '0', max: '100' });
}

/** A day that exists, `YYYY-MM-DD`. */
export function dateField() {
  return z.string().superRefine((text, context) => {
    if (!isDate(text)) wrong(context, 'date_invalid', { value: text }, []);
  });
}

/** A count of months, periods or observations. */
export function countField(min: number, max: number) {
  return z.int().min(min).max(max);
}

/** A field that may be left out or null, which means the same. */
export function optional<T extends z.ZodType>(field: T) {
  return field.nullish().transform((value) => value ?? null);
}

export function isLess(a: string, b: string): boolean {
  return compare(fraction(a), fraction(b)) < 0;
}

/** Reads a document by its schema; a refusal names every field that is wrong, so that all can be mended at once. */
export function readDocument<T extends z.ZodType>(schema: T, input: unknown): Outcome<z.output<T>> {
  const read = schema.safeParse(input, { reportInput: true });
  return read.success ? done(read.data) : refusedFields(read.error.issues.flatMap(reasonsOfIssue));
}

function reasonsOfIssue(issue: z.core.$ZodIssue): Reason[] {
  const field = issue.path.join('.');
  const reason = (code: string, params: Params = {}): Reason[] => [{ code, params, field }];
  if (issue.input === undefined && issue.code !== 'custom') return reason('field_missing');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({
        code: 'field_unknown',
        params: { name },
        field: [...issue.path, name].join('.'),
      }));
    case 'invalid_value':
      return reason('not_one_of', { allowed: keptList(issue.values.map(String)) });
    case 'invalid_type':
      return reason('wrong_type', { expected: issue.expected });
    case 'too_small':
      return reason('number_too_small', { min: Number(issue.minimum) });
    case 'too_big':
      return reason('number_too_large', { max: Number(issue.maximum) });
    case 'custom':
      return reason(issue.message, paramsOf(issue.params));
    default:
      return reason('wrong_value');
  }
}

function paramsOf(params: Record<string, unknown> | undefined): Params {
  return Object.fromEntries(
    Object.entries(params ?? {}).flatMap(([name, value]): [string, string | number | null][] =>
      name !== 'code' && (typeof value === 'string' || typeof value === 'number' || value === null)
        ? [[name, value]]
        : [],
    ),
  );
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
