import { z } from 'zod';
import type { ReadingRow } from './grid';
import { readingSources } from './reading';

const LONGEST_TEXT = 4000;
const cell = z
  .union([z.string().max(LONGEST_TEXT), z.number()])
  .nullish()
  .meta({ description: 'Text or number; text where a number has more than 15 digits' });

/** A reading as a program sends it; `market` and `service` left out mean the vendor's total. */
const sentRow = z
  .strictObject({
    period: cell.meta({ example: '2023-07' }),
    kpi: cell.meta({ example: 'OTD_PCT' }),
    market: cell,
    service: cell,
    value: cell.meta({ example: '79.97' }),
    numerator: cell,
    denominator: cell,
    sample_size: cell,
    note: cell,
  })
  .meta({ id: 'SentReading' });

/** A report as a program sends it. */
export const sentReport = z
  .strictObject({
    vendor: z.string().max(200).meta({ description: 'Code of the vendor', example: 'HARBOUR' }),
    source: z.enum(readingSources).default('vendor_report'),
    comment: z.string().max(LONGEST_TEXT).nullish(),
    rows: z.array(sentRow).min(1),
  })
  .meta({ id: 'SentReport' });

/** The rows of a report that was taken in as a program sent it. */
export function rowsOfBody(text: string): ReadingRow[] {
  const { rows } = sentReport.parse(JSON.parse(text));
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([field, value]) => [field, value ?? null])),
  );
}
