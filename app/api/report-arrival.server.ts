import type { TFunction } from 'i18next';
import { z } from 'zod';
import { vendorByCode } from '~/contracts/library-queries.server';
import { isReadingSource, readingSources, type ReadingSource } from '~/kpi/reading';
import { sentReport } from '~/kpi/report-body';
import { refusal } from './refusal.server';
import { mediaType } from './request-body.server';
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

/** How many errors of its shape are told of a body. */
const MOST_ERRORS = 1000;

/** A report that came: whose, from where, and its bytes as they are kept. */
export type ReportArrival = {
  vendorId: number;
  source: ReadingSource;
  comment: string | null;
  file: { name: string; mediaType: string; bytes: Uint8Array };
};

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
  const read = sentReport.safeParse(parsed(t, bytes));
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
  const params = new URL(request.url).searchParams;
  const source = params.get('source') ?? 'vendor_report';
  if (!isReadingSource(source))
    throw refuseReport(visit.t, [wrong(visit.t, 'source', 'source_unknown', source)]);
  return {
    ...(await sender(visit, params.get('vendor') ?? '', source)),
    comment: params.get('comment'),
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

/** A report that is refused with all that is wrong with it. */
export function refuseReport(t: TFunction, errors: readonly ReportError[]): Response {
  return refusal(t, 422, 'report_refused', { params: { errors: errors.length }, errors });
}

function wrong(
  t: TFunction,
  column: string,
  code: 'vendor_unknown' | 'source_unknown' | 'source_not_yours',
  value: string,
): ReportError {
  const message = t(`api:body.${code}`, { value, allowed: readingSources.join(', ') });
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
      allowed: issue.code === 'invalid_value' ? issue.values.map(String).join(', ') : '',
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
