import type { Period } from '~/shared/period';

export type Severity = 'error' | 'warning';

/** What can be wrong with a whole file, or part of it. */
export const fileFindingCodes = [
  'file_empty',
  'file_too_large',
  'file_unpacks_too_large',
  'file_damaged',
  'file_is_old_excel',
  'file_is_macro_workbook',
  'file_is_binary_workbook',
  'file_is_protected',
  'file_is_open_document',
  'file_is_word',
  'file_is_powerpoint',
  'file_is_archive',
  'file_is_pdf',
  'file_is_image',
  'file_is_web_page',
  'file_is_xml',
  'file_is_json',
  'file_is_binary',
  'file_named_workbook_is_text',
  'file_named_text_is_workbook',
  'encoding_broken',
  'encoding_mixed',
  'encoding_unknown',
  'quote_not_closed',
  'quote_followed_by_text',
  'cell_too_long',
  'too_many_columns',
  'too_many_rows',
  'too_many_new_markets',
  'header_not_found',
  'no_rows',
  'column_unknown',
  'column_twice',
  'period_column_missing',
  'kpi_column_missing',
  'value_column_missing',
  'mapping_column_missing',
  'sheet_not_read',
] as const;

/** What can be wrong with a cell, a row or a reading. */
export const readingFindingCodes = [
  'cells_beyond_header',
  'period_unreadable',
  'period_ambiguous',
  'period_empty',
  'period_in_future',
  'period_not_over',
  'number_unreadable',
  'number_ambiguous',
  'percent_for_other_unit',
  'formula_without_value',
  'kpi_unknown',
  'kpi_empty',
  'market_unknown',
  'market_ambiguous',
  'service_unknown',
  'source_unknown',
  'source_not_yours',
  'other_vendor',
  'vendor_name_differs',
  'below_minimum',
  'above_maximum',
  'negative_base',
  'sample_negative',
  'ratio_incomplete',
  'numerator_over_denominator',
  'ratio_disagrees',
  'ratio_without_base',
  'duplicate_differs',
  'not_offered',
  'far_from_history',
  'sample_changed',
  'value_repeated',
  'parts_exceed_total',
  'differs_from_source',
] as const;

export type FindingCode = (typeof fileFindingCodes)[number] | (typeof readingFindingCodes)[number];

/**
 * Something wrong (`error`: stops the report) or remarkable (`warning`: asks for a comment). `row` and `column` count from
 * 1 as a spreadsheet does; `value` is what was seen; `params` are what the words of the code need.
 */
export type Finding = {
  severity: Severity;
  code: FindingCode;
  sheet: string | null;
  row: number | null;
  column: number | null;
  columnName: string | null;
  period: Period | null;
  market: string | null;
  service: string | null;
  kpi: string | null;
  value: string | null;
  params: Record<string, string | number>;
};

/** Findings in the order met, kept up to a limit and counted beyond it, so that an all-bad file costs no more than a good one. */
export type Findings = {
  readonly list: readonly Finding[];
  errors: number;
  warnings: number;
  /** How many were counted but not kept. */
  omitted: number;
};

export type FindingsCollector = Findings & {
  add: (severity: Severity, code: FindingCode, details?: Partial<Finding>) => void;
};

const VALUE_SHOWN = 120;

/** A collector that keeps the first `limit` errors and as many warnings, after those of `earlier`. */
export function collectFindings(limit: number, earlier?: Findings): FindingsCollector {
  const list: Finding[] = [...(earlier?.list ?? [])];
  const collector: FindingsCollector = {
    list,
    errors: earlier?.errors ?? 0,
    warnings: earlier?.warnings ?? 0,
    omitted: earlier?.omitted ?? 0,
    add(severity, code, details = {}) {
      const count = severity === 'error' ? (collector.errors += 1) : (collector.warnings += 1);
      if (count > limit) collector.omitted += 1;
      else list.push(finding(severity, code, details));
    },
  };
  return collector;
}

function finding(severity: Severity, code: FindingCode, details: Partial<Finding>): Finding {
  return {
    sheet: null,
    row: null,
    column: null,
    period: null,
    market: null,
    service: null,
    kpi: null,
    params: {},
    ...details,
    severity,
    code,
    value: shown(details.value ?? null),
    columnName: shown(details.columnName ?? null),
  };
}

function shown(text: string | null): string | null {
  return text !== null && text.length > VALUE_SHOWN ? `${text.slice(0, VALUE_SHOWN)}…` : text;
}
