import type { TFunction } from 'i18next';
import { z } from 'zod';
import { vendorByCode } from '~/contracts/library-queries.server';
import type { ReadingSource } from '~/kpi/reading';
import { MOST_JSON, sentParameters, sentReport } from '~/kpi/report-body';
import { refusal } from './refusal.server';
import { mediaType, readBody } from './request-body.server';
import { keptList } from '~/shared/kept-list';
import type { ApiVisit } from './require-token.server';

/** One thing that is wrong with a report: where, what in words, and what was seen. */
export const reportError = z
  .strictObject({
    row: z.int().nullable().meta({ description: 'From 1: of `rows`, or of the lines of a CSV' }),
    column: z.string().nullable(),
    code: z.string(),
    message: z.string().meta({ description: 'In the reader’s language' }),
    value: z.string().nullable(),
  })
  .meta({ id: 'ReportError' });
export type ReportError = z.output<typeof reportError>;

const MEGABYTE = 1_000_000;
/** How many errors of its shape are told of a body. */
const MOST_ERRORS = 1000;

/** A report that came: whose, from where, and its bytes as they are kept. */
export type ReportArrival = {
  vendorId: number;
  source: ReadingSource;
  comment: string | null;
  file: { name: string; mediaType: string; bytes: Uint8Array };
};

/** The bytes of what a program sent: at most what the setting allows, and of JSON no more than is read at once. */
export async function readReportBody(
  request: Request,
  limit: number,
  t: TFunction,
): Promise<Uint8Array> {
  const mostJson = MOST_JSON.megabytes * MEGABYTE;
  if (mediaType(request) === 'application/json' && limit > mostJson)
    return readBody(request, mostJson, () => jsonTooLarge(t));
  const params = { megabytes: Math.floor(limit / MEGABYTE) };
  return readBody(request, limit, () => refusal(t, 413, 'body_too_large', { params }));
}

/** Reads what a program sent: rows as JSON, or a CSV file with `vendor` and `source` in the address. */
export async function readArrival(
  visit: ApiVisit,
  request: Request,
  bytes: Uint8Array,
): Promise<ReportArrival> {
  switch (mediaType(request)) {
    case 'application/json':
      return jsonArrival(visit, bytes);
    case 'text/csv':
      return csvArrival(visit, request, bytes);
    default:
      throw refusal(visit.t, 415, 'media_type_unknown');
  }
}

async function jsonArrival(visit: ApiVisit, bytes: Uint8Array): Promise<ReportArrival> {
  const { t } = visit;
  const body = parsed(t, bytes);
  if (rowsIn(body) > MOST_JSON.rows) throw jsonTooLarge(t);
  const read = sentReport.safeParse(body);
  if (!read.success) throw refuseReport(t, errorsOf(t, read.error));
  const { vendor, source, comment } = read.data;
  return {
    ...(await sender(visit, vendor, source)),
    comment: comment ?? null,
    file: { name: 'report.json', mediaType: 'application/json', bytes },
  };
}

async function csvArrival(
  visit: ApiVisit,
  request: Request,
  bytes: Uint8Array,
): Promise<ReportArrival> {
  const read = sentParameters.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!read.success) throw refuseReport(visit.t, errorsOf(visit.t, read.error));
  const { vendor, source, comment } = read.data;
  return {
    ...(await sender(visit, vendor, source)),
    comment: comment ?? null,
    file: { name: 'report.csv', mediaType: 'text/csv', bytes },
  };
}

/** Whose report it is; vendors report themselves and are their own source. */
async function sender({ reader, scope, t }: ApiVisit, vendorCode: string, source: ReadingSource) {
  const vendor = await vendorByCode(reader, scope, vendorCode);
  const errors = [
    ...(vendor ? [] : [wrong(t, 'vendor', 'vendor_unknown', vendorCode)]),
    ...(scope.kind === 'vendor' && source !== 'vendor_report'
      ? [wrong(t, 'source', 'source_not_yours', source)]
      : []),
  ];
  if (!vendor || errors.length > 0) throw refuseReport(t, errors);
  return { vendorId: vendor.id, source };
}

function parsed(t: TFunction, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refusal(t, 400, 'not_json');
  }
}

/** How many rows a body has, known before any of them is looked at. */
function rowsIn(body: unknown): number {
  const rows = typeof body === 'object' && body !== null && 'rows' in body ? body.rows : null;
  return Array.isArray(rows) ? rows.length : 0;
}

function jsonTooLarge(t: TFunction): Response {
  return refusal(t, 413, 'json_too_large', { params: MOST_JSON });
}

/** A report that is refused with all that is wrong with it. */
function refuseReport(t: TFunction, errors: readonly ReportError[]): Response {
  return refusal(t, 422, 'report_refused', { params: { errors: errors.length }, errors });
}

function wrong(
  t: TFunction,
  column: string,
  code: 'vendor_unknown' | 'source_not_yours',
  value: string,
): ReportError {
  const message = t(`api:body.${code}`, { value });
  return { row: null, column, code, message, value };
}

/** What is wrong with the shape of a body, each with the row and field where it stands. */
function errorsOf(t: TFunction, { issues }: z.ZodError): ReportError[] {
  return issues.slice(0, MOST_ERRORS).flatMap((issue): ReportError[] => {
    const [top, index, field] = issue.path;
    const row = top === 'rows' && typeof index === 'number' ? index + 1 : null;
    const at = row === null ? top : field;
    const column = at === undefined ? null : String(at);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        row,
        column: key,
        code: 'field_unknown',
        message: t('api:body.field_unknown', { field: key }),
        value: null,
      }));
    const code = shapeCode(issue);
    const message = t(`api:body.${code}`, {
      field: column ?? '',
      value: '',
      allowed: issue.code === 'invalid_value' ? keptList(issue.values.map(String)) : '',
    });
    return [{ row, column, code, message, value: null }];
  });
}

function shapeCode(issue: z.core.$ZodIssue) {
  if (issue.code === 'too_small') return 'no_rows';
  if (issue.code === 'too_big') return 'too_long';
  if (issue.code === 'invalid_value') return 'source_unknown';
  return issue.code === 'invalid_type' && issue.input === undefined ? 'missing' : 'wrong_type';
}
