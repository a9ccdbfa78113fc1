import type { FormValues } from '~/shared/form-values';
import { done, refusedFields, type Outcome, type Reason } from '~/shared/outcome';
import { columnRoles } from './column-headings';
import { columnLetters } from './grid';
import { mappingSchema, type ColumnSum, type Mapping } from './mapping';

/*
 * A mapping as the columns form holds it. `column.3` is what the fourth column is: empty (as its heading says), `left_out`,
 * `market_part`, `role:period`, `kpi:OTD_PCT`. KPIs computed from columns name them by their letters: `C - D`.
 */

/** What a column that is not a KPI can be chosen to be. */
export const chosenRoles = columnRoles.filter((role) => role !== 'errors' && role !== 'unit');

export const computedParts = ['value', 'numerator', 'denominator', 'sampleSize'] as const;
export type ComputedPart = (typeof computedParts)[number];

const TERM = /^([+-]?)\s*([A-Z]{1,3})\s*/;

/** Columns added and taken away, by their letters: `C + D - E`. Null where it is not one, or a column has no heading. */
export function parseColumnSum(text: string, headings: readonly string[]): ColumnSum | null {
  const sum: ColumnSum = { add: [], subtract: [] };
  let rest = text.normalize('NFKC').replace(/[−–]/g, '-').toUpperCase().trim();
  for (let first = true; rest !== ''; first = false) {
    const match = TERM.exec(rest);
    if (!match) return null;
    const [whole, sign = '', letters = ''] = match;
    const heading = headings[columnOf(letters)];
    if (!heading || (sign === '' && !first)) return null;
    sum[sign === '-' ? 'subtract' : 'add'].push(heading);
    rest = rest.slice(whole.length);
  }
  return sum.add.length > 0 ? sum : null;
}

/** The same sum in letters. */
function columnSumText(sum: ColumnSum | undefined, headings: readonly string[]): string {
  if (!sum) return '';
  const letters = (heading: string) => columnLetters(headings.indexOf(heading));
  return [
    sum.add.map(letters).join(' + '),
    ...sum.subtract.map((heading) => `- ${letters(heading)}`),
  ].join(' ');
}

/** Index of a column by its letters: A is 0, AA is 26. */
function columnOf(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

const one = (values: FormValues, name: string): string => {
  const value = values[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? '';
};

/**
 * The mapping that the form says, or every field of it that can't be used. `unknown` are the columns that nobody has
 * named: they are left out where the form says so of all that remain.
 */
export function mappingOfForm(
  values: FormValues,
  headings: readonly string[],
  unknown: readonly number[] = [],
): Outcome<Mapping> {
  const problems: Reason[] = [];
  const marketParts: string[] = [];
  const columns: Mapping['columns'] = [];
  headings.forEach((heading, index) => {
    const isLeft = unknown.includes(index) && one(values, 'leave_rest') === 'on';
    const choice = one(values, `column.${index}`) || (isLeft ? 'left_out' : '');
    if (heading === '' || choice === '') return;
    if (choice === 'market_part') marketParts.push(heading);
    else if (choice === 'left_out') columns.push({ heading, as: 'left_out' });
    else if (choice.startsWith('kpi:')) columns.push({ heading, as: 'kpi', kpi: choice.slice(4) });
    else {
      const role = chosenRoles.find((known) => `role:${known}` === choice);
      if (role) columns.push({ heading, as: 'role', role });
      else problems.push({ code: 'not_a_choice', field: `column.${index}` });
    }
  });
  const computed = computedOf(values, headings, problems);
  const rows = rowRulesOf(values, headings, problems);
  if (problems.length > 0) return refusedFields(problems);
  const read = mappingSchema.safeParse({
    columns,
    market:
      marketParts.length === 0
        ? null
        : {
            columns: marketParts,
            separator: rawOf(values, 'separator') || ' → ',
            create: one(values, 'create') === 'on',
          },
    kpis: computed,
    rows,
  });
  if (read.success) return done(read.data);
  const detail = read.error.issues[0]?.message ?? '';
  return refusedFields([{ code: 'mapping_invalid', params: { detail } }]);
}

function rawOf(values: FormValues, name: string): string {
  const value = values[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** How many KPIs and row rules a form may hold. */
const most = 40;

function computedOf(values: FormValues, headings: readonly string[], problems: Reason[]) {
  const computed: Mapping['kpis'] = [];
  for (let index = 0; index < most; index += 1) {
    const name = `computed.${index}`;
    const kpi = one(values, `${name}.kpi`);
    const texts = computedParts.map((part) => [part, one(values, `${name}.${part}`)] as const);
    const given = texts.filter(([, text]) => text !== '');
    if (kpi === '' && given.length === 0) continue;
    if (kpi === '') problems.push({ code: 'required', field: `${name}.kpi` });
    const sums: Partial<Record<ComputedPart, ColumnSum>> = {};
    for (const [part, text] of given) {
      const sum = parseColumnSum(text, headings);
      if (sum) sums[part] = sum;
      else
        problems.push({
          code: 'column_sum_invalid',
          params: { value: text },
          field: `${name}.${part}`,
        });
    }
    const has = (part: ComputedPart) => given.some(([name]) => name === part);
    if (has('numerator') !== has('denominator'))
      problems.push({
        code: 'ratio_needs_both',
        field: `${name}.${has('numerator') ? 'denominator' : 'numerator'}`,
      });
    else if (kpi !== '' && !has('value') && !has('numerator'))
      problems.push({ code: 'computed_kpi_empty', field: `${name}.value` });
    computed.push({ kpi, ...sums });
  }
  return computed;
}

function rowRulesOf(values: FormValues, headings: readonly string[], problems: Reason[]) {
  const rules: Mapping['rows'] = [];
  for (let index = 0; index < most; index += 1) {
    const column = one(values, `rows.${index}.column`);
    const cells = one(values, `rows.${index}.cells`)
      .split(/[\n;；]/)
      .map((cell) => cell.trim())
      .filter(Boolean);
    if (column === '' && cells.length === 0) continue;
    const heading = column === '' ? undefined : headings[Number(column)];
    if (!heading) problems.push({ code: 'required', field: `rows.${index}.column` });
    else if (cells.length === 0) problems.push({ code: 'required', field: `rows.${index}.cells` });
    else
      rules.push({
        heading,
        ...(one(values, `rows.${index}.mode`) === 'keep' ? { keep: cells } : { drop: cells }),
      });
  }
  return rules;
}

/** The form's entries for a mapping that stands, so that it can be changed. */
export function formOfMapping(mapping: Mapping | null, headings: readonly string[]): FormValues {
  const values: FormValues = {};
  if (!mapping) return values;
  for (const column of mapping.columns) {
    const index = headings.indexOf(column.heading);
    if (index < 0) continue;
    values[`column.${index}`] =
      column.as === 'left_out'
        ? 'left_out'
        : column.as === 'kpi'
          ? `kpi:${column.kpi}`
          : `role:${column.role}`;
  }
  for (const heading of mapping.market?.columns ?? []) {
    const index = headings.indexOf(heading);
    if (index >= 0) values[`column.${index}`] = 'market_part';
  }
  if (mapping.market) values['separator'] = mapping.market.separator;
  if (mapping.market?.create) values['create'] = 'on';
  mapping.kpis.forEach((entry, index) => {
    values[`computed.${index}.kpi`] = entry.kpi;
    for (const part of computedParts)
      values[`computed.${index}.${part}`] = columnSumText(entry[part], headings);
  });
  mapping.rows.forEach((rule, index) => {
    values[`rows.${index}.column`] = String(headings.indexOf(rule.heading));
    values[`rows.${index}.mode`] = rule.keep ? 'keep' : 'drop';
    values[`rows.${index}.cells`] = (rule.keep ?? rule.drop ?? []).join('; ');
  });
  return values;
}
