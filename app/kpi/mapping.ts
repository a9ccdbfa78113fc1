import { z } from 'zod';
import { foldText } from './fold-text';
import { columnRoles } from './column-headings';

/*
 * A mapping says what the columns of one vendor's files mean, decided once by hand and remembered under the fingerprint of
 * the headers. Columns are named by their heading; a heading that repeats is `Heading (2)` the second time.
 */

const heading = z.string().min(1).max(500);
const code = z.string().min(1).max(80);
const headings = z.array(heading).max(20);

/** Sum of some columns less others: `{ add: ['Planned'], subtract: ['Cancelled'] }`. An empty cell makes it empty. */
const columnSum = z.strictObject({
  add: headings.min(1),
  subtract: headings.default([]),
});

const computedKpi = z
  .strictObject({
    kpi: code,
    value: columnSum.optional(),
    numerator: columnSum.optional(),
    denominator: columnSum.optional(),
    sampleSize: columnSum.optional(),
  })
  .refine((entry) => (entry.numerator === undefined) === (entry.denominator === undefined), {
    error: 'ratio_incomplete',
    path: ['denominator'],
  })
  .refine((entry) => entry.value !== undefined || entry.numerator !== undefined, {
    error: 'value_missing',
    path: ['value'],
  });

const columnMeaning = z.discriminatedUnion('as', [
  z.strictObject({ heading, as: z.literal('role'), role: z.enum(columnRoles) }),
  z.strictObject({ heading, as: z.literal('kpi'), kpi: code }),
  z.strictObject({ heading, as: z.literal('left_out') }),
]);

export const mappingSchema = z.strictObject({
  /** What single columns are; columns not named here are matched by their heading. */
  columns: z.array(columnMeaning).max(400).default([]),
  /** Columns joined into a market, such as origin and destination; `create` registers markets that are new. */
  market: z
    .strictObject({
      columns: headings.min(1),
      separator: z.string().max(10).default(' → '),
      create: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  /** KPIs computed from columns. */
  kpis: z.array(computedKpi).max(100).default([]),
  /** Rows left out: those whose cell equals one of `drop`, or none of `keep`. */
  rows: z
    .array(
      z.strictObject({
        heading,
        keep: z.array(z.string().max(200)).max(100).optional(),
        drop: z.array(z.string().max(200)).max(100).optional(),
      }),
    )
    .max(20)
    .default([]),
});

export type Mapping = z.output<typeof mappingSchema>;
export type ColumnSum = z.output<typeof columnSum>;

/** A mapping as it is remembered for a vendor. */
export type RememberedMapping = { fingerprint: string; mapping: Mapping };

/** The headings of a row as a mapping names them: without line breaks, repeated ones numbered, empty ones empty. */
export function headingNames(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell) => {
    const name = cell.replace(/\s+/g, ' ').trim();
    const key = foldText(name);
    if (key === '') return name;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** What a file's headers are remembered by: the same whatever their case, width, spacing or order. */
export function headerFingerprint(names: readonly string[]): string {
  const text = names.map(foldText).filter(Boolean).sort().join('\u001f');
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    high = Math.imul(high ^ character, 2654435761);
    low = Math.imul(low ^ character, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const hex = (part: number) => (part >>> 0).toString(16).padStart(8, '0');
  return `${hex(low)}${hex(high)}`;
}

/** Every heading that a mapping needs to find. */
function mappedHeadings(mapping: Mapping): string[] {
  const sums = mapping.kpis.flatMap((entry) => [
    entry.value,
    entry.numerator,
    entry.denominator,
    entry.sampleSize,
  ]);
  return [
    ...mapping.columns.filter((column) => column.as !== 'left_out').map((column) => column.heading),
    ...(mapping.market?.columns ?? []),
    ...sums.flatMap((sum) => (sum ? [...sum.add, ...sum.subtract] : [])),
    ...mapping.rows.map((row) => row.heading),
  ];
}

/** The remembered mapping for these headings: the same headers, else one whose every column is there. */
export function recallMapping(
  remembered: readonly RememberedMapping[],
  names: readonly string[],
): Mapping | null {
  const fingerprint = headerFingerprint(names);
  const exact = remembered.find((entry) => entry.fingerprint === fingerprint);
  if (exact) return exact.mapping;
  const present = new Set(names.map(foldText));
  const fitting = remembered.find(({ mapping }) => {
    const needed = mappedHeadings(mapping);
    return needed.length > 0 && needed.every((name) => present.has(foldText(name)));
  });
  return fitting?.mapping ?? null;
}
