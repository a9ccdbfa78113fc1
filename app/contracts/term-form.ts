import { plainText } from '~/shared/typed-number';
import type { FormValues } from '~/shared/form-values';
import { readTypedDate } from '~/shared/typed-date';
import type { Reason, Refused } from '~/shared/outcome';
import type { Directions } from './contract-file';
import { operatorFor } from './sla-vocabulary';
import { plainDecimal } from './document-fields';
import { bandLimits } from './band-limits';
import type { SlaTerm } from './sla-term';
import { higherIsBetter, type Operator, OPERATORS, READING_SOURCES } from './sla-vocabulary';

/*
 * The form of a term and its document. A band has one limit, its far one: it begins where the band before it ends, the
 * first at the target, so that the form leaves no gap. Fields are named by their paths in the document.
 */

export type BandRow = { severity: string; limit: string; points: string; credit_percent: string };

/** What the form shows of a term. */
export function termFormValues(term: SlaTerm): FormValues {
  const { repeat, credit, scope } = term;
  return {
    kpi: term.kpi,
    'scope.service': scope.service ?? '',
    'scope.market': scope.market ?? '',
    operator: term.operator,
    target: term.target,
    warn_at: term.warn_at ?? '',
    ...Object.fromEntries(term.bands.flatMap((band, index) => bandEntries(term, band, index))),
    'window.kind': term.window.kind,
    'window.months': String(term.window.months),
    aggregate: term.aggregate,
    min_sample: term.min_sample ?? '',
    missing: term.missing,
    'repeat.consecutive': repeat?.consecutive == null ? '' : String(repeat.consecutive),
    'repeat.n_of_m.0': repeat?.n_of_m ? String(repeat.n_of_m[0]) : '',
    'repeat.n_of_m.1': repeat?.n_of_m ? String(repeat.n_of_m[1]) : '',
    'repeat.multiplier': repeat && repeat.multiplier !== '1' ? repeat.multiplier : '',
    'credit.method': credit.method,
    'credit.pool_percent': credit.pool_percent ?? '',
    'credit.allocation_percent': credit.allocation_percent ?? '',
    'earn_back.periods': term.earn_back ? String(term.earn_back.periods) : '',
    ...(term.critical && { critical: 'on' }),
    round_to: term.round_to === null ? '' : String(term.round_to),
    ...Object.fromEntries(
      READING_SOURCES.map((_, index) => [`sources.${index}`, term.sources[index] ?? '']),
    ),
    effective_from: term.effective_from ?? '',
    effective_to: term.effective_to ?? '',
  };
}

function bandEntries(
  term: SlaTerm,
  band: SlaTerm['bands'][number],
  index: number,
): [string, string][] {
  const orBlank = (text: string) => (text === '0' ? '' : text);
  return [
    [`bands.${index}.severity`, band.severity],
    [`bands.${index}.limit`, bandLimits(band, term.operator).far ?? ''],
    [`bands.${index}.points`, orBlank(band.points)],
    [`bands.${index}.credit_percent`, orBlank(band.credit_percent)],
  ];
}

/** The bands as typed, those without a severity left out. */
export function bandRows(values: FormValues): BandRow[] {
  const rows: BandRow[] = [];
  for (let index = 0; values[`bands.${index}.severity`] !== undefined; index += 1) {
    const text = (name: string) => textOf(values, `bands.${index}.${name}`);
    if (text('severity') === '') continue;
    rows.push({
      severity: text('severity'),
      limit: text('limit'),
      points: text('points'),
      credit_percent: text('credit_percent'),
    });
  }
  return rows;
}

/** The operator that the form means: the chosen one, else the one of the KPI's direction. */
export function operatorOfForm(values: FormValues, directions: Directions): Operator {
  const chosen = OPERATORS.find((operator) => operator === textOf(values, 'operator'));
  return chosen ?? operatorFor(directions.get(textOf(values, 'kpi')) ?? 'higher');
}

/** The document that a form's entries mean, to be read by `readSlaTerm`; what can't be understood stays as typed. */
export function termDocumentOf(
  values: FormValues,
  directions: Directions,
): Record<string, unknown> {
  const text = (name: string) => textOf(values, name) || undefined;
  const figure = (name: string) => typedNumber(textOf(values, name));
  const count = (name: string) => typedCount(textOf(values, name));
  const operator = operatorOfForm(values, directions);
  const rows = bandRows(values);
  const n = [count('repeat.n_of_m.0'), count('repeat.n_of_m.1')];
  const repeat = defined({
    consecutive: count('repeat.consecutive'),
    n_of_m: n.some((each) => each !== undefined) ? n.map((each) => each ?? null) : undefined,
    multiplier: figure('repeat.multiplier'),
  });
  const sources = READING_SOURCES.flatMap((_, index) => text(`sources.${index}`) ?? []);
  return defined({
    kpi: text('kpi'),
    scope: { service: text('scope.service') ?? null, market: text('scope.market') ?? null },
    operator,
    target: figure('target'),
    warn_at: figure('warn_at'),
    bands: rows.length === 0 ? undefined : bandsOfRows(rows, operator, figure('target')),
    window: orNone(defined({ kind: text('window.kind'), months: count('window.months') })),
    aggregate: text('aggregate'),
    min_sample: figure('min_sample'),
    missing: text('missing'),
    repeat: orNone(repeat),
    credit: defined({
      method: text('credit.method'),
      pool_percent: figure('credit.pool_percent'),
      allocation_percent: figure('credit.allocation_percent'),
    }),
    earn_back: text('earn_back.periods') ? { periods: count('earn_back.periods') } : undefined,
    critical: textOf(values, 'critical') === 'on',
    round_to: count('round_to'),
    sources: sources.length === 0 ? undefined : sources,
    effective_from: typedDate(text('effective_from')),
    effective_to: typedDate(text('effective_to')),
  });
}

/** The limits of typed bands, for an operator: each from the far limit of the one before, the first from the target. */
function bandsOfRows(
  rows: readonly BandRow[],
  operator: Operator,
  target: unknown,
): Record<string, unknown>[] {
  return rows.map((row, index) => {
    const before = rows[index - 1];
    const near = before ? typedNumber(before.limit) : target;
    const far = typedNumber(row.limit) ?? null;
    const [from, to] = higherIsBetter(operator) ? [far, near] : [near, far];
    return defined({
      severity: row.severity,
      from: from ?? null,
      to: to ?? null,
      points: typedNumber(row.points),
      credit_percent: typedNumber(row.credit_percent),
    });
  });
}

/** A refusal of the document, its reasons at the fields of the form. */
export function refusalOfForm(refusal: Refused, operator: Operator): Refused {
  const reasons = (refusal.fields ?? [refusal.reason]).map((reason) => atField(reason, operator));
  const first = reasons.filter(
    (reason, index) => reasons.findIndex(({ field }) => field === reason.field) === index,
  );
  return { ok: false, reason: first[0] ?? refusal.reason, fields: first };
}

function atField(reason: Reason, operator: Operator): Reason {
  const { field = '' } = reason;
  const band = /^bands\.(\d+)\.(from|to)$/.exec(field);
  if (band) {
    const index = Number(band[1]);
    if (band[2] === (higherIsBetter(operator) ? 'from' : 'to'))
      return { ...reason, field: `bands.${index}.limit` };
    return index === 0
      ? { ...reason, field: 'target' }
      : { code: 'band_limit_missing', field: `bands.${index - 1}.limit` };
  }
  const named: Record<string, string> = {
    bands: 'bands.0.severity',
    'repeat.n_of_m': 'repeat.n_of_m.0',
    repeat: 'repeat.consecutive',
    sources: 'sources.0',
  };
  return { ...reason, field: named[field] ?? field };
}

function typedNumber(text: string): string | undefined {
  if (text === '') return undefined;
  const plain = plainText(text);
  return plainDecimal(plain) ?? text;
}

/** A whole number as such; anything else as typed, for the document's reader to refuse. */
function typedCount(text: string): number | string | undefined {
  if (text === '') return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

function typedDate(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (readTypedDate(text) ?? text);
}

function textOf(values: FormValues, name: string): string {
  const value = values[name];
  return ((Array.isArray(value) ? value[0] : value) ?? '').normalize('NFKC').trim();
}

function orNone(entries: Record<string, unknown>): Record<string, unknown> | undefined {
  return Object.keys(entries).length === 0 ? undefined : entries;
}

function defined(entries: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}
