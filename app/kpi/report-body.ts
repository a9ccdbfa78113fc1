import { z } from 'zod';
import type { ReadingRow } from './grid';
import { readingSources } from './reading';

const LONGEST_TEXT = 4000;
/**
 * How much of a report is read as JSON: it is read on the thread that answers pages, in a tenth of a second at most. More
 * comes as CSV, which is read in the background.
 */
export const MOST_JSON = { megabytes: 2, rows: 20_000 };

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

/** What is said of a report beside its rows. */
const head = {
  vendor: z.string().max(200).meta({ description: 'Code of the vendor', example: 'HARBOUR' }),
  source: z.enum(readingSources).default('vendor_report'),
  comment: z.string().max(LONGEST_TEXT).nullish(),
};

/** What the address says of a report that a program sends as CSV. */
export const sentParameters = z.object(head);

/** A report as a program sends it. */
export const sentReport = z
  .strictObject({
    ...head,
    // A longer one is refused before it is read (`json_too_large`); what was taken in earlier stays readable.
    rows: z.array(sentRow).min(1).meta({ maxItems: MOST_JSON.rows }),
  })
  .meta({ id: 'SentReport' });

/** The rows of a report that was taken in as a program sent it. */
export function rowsOfBody(text: string): ReadingRow[] {
  const { rows } = sentReport.parse(JSON.parse(text));
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([field, value]) => [field, value ?? null])),
  );
}
