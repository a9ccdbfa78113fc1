import { isLess, plainDecimal } from '~/contracts/document-fields';
import { DEFAULT_SOURCE } from '~/contracts/sla-vocabulary';
import { done, type Outcome, type Reason, refusedFields } from '~/shared/outcome';
import { parsePeriod } from '~/shared/period';
import type { Exclusion, KpiReading } from './backtest';

/** A row of a file by its column names, cells as text. */
export type Row = Readonly<Record<string, string | undefined>>;

export const READING_COLUMNS = [
  'period',
  'kpi',
  'value',
  'numerator',
  'denominator',
  'sample_size',
  'market',
  'service',
  'source',
] as const;

export const EXCLUSION_COLUMNS = ['kpi', 'from', 'to', 'reason'] as const;

/** Columns of the portal's own exports of readings, which the engine does not need. */
export const OTHER_READING_COLUMNS = ['vendor', 'report', 'note'] as const;

const MOST_REASONS = 50;

/** The readings of a file's rows; refused with a reason for each cell that cannot be read, rows counted from 1. */
export function readReadingRows(
  rows: readonly Row[],
  kpis: ReadonlySet<string>,
): Outcome<KpiReading[]> {
  return readRows(rows, (row, note) => {
    const kpi = cell(row, 'kpi');
    if (kpi === null) return note('cell_missing', 'kpi', '');
    if (!kpis.has(kpi)) return null;
    const period = parsePeriod(cell(row, 'period') ?? '');
    if (period === null) return note('period_invalid', 'period', cell(row, 'period') ?? '');
    const number = (name: string): string | null => {
      const text = cell(row, name);
      const plain = text === null ? null : plainDecimal(text);
      if (text !== null && plain === null) note('number_invalid', name, text);
      return plain;
    };
    const notNegative = (name: string): string | null => {
      const plain = number(name);
      if (plain !== null && isLess(plain, '0')) note('number_negative', name, plain);
      return plain;
    };
    return {
      kpi,
      period,
      value: number('value'),
      numerator: number('numerator'),
      denominator: notNegative('denominator'),
      sampleSize: notNegative('sample_size'),
      market: cell(row, 'market'),
      service: cell(row, 'service'),
      source: cell(row, 'source') ?? DEFAULT_SOURCE,
    };
  });
}

/** The exclusions of a file's rows; refused with a reason for each cell that cannot be read. */
export function readExclusionRows(rows: readonly Row[]): Outcome<Exclusion[]> {
  return readRows(rows, (row, note) => {
    const kpi = cell(row, 'kpi');
    const from = parsePeriod(cell(row, 'from') ?? '');
    const to = parsePeriod(cell(row, 'to') ?? '');
    if (kpi === null) return note('cell_missing', 'kpi', '');
    if (from === null) return note('period_invalid', 'from', cell(row, 'from') ?? '');
    if (to === null) return note('period_invalid', 'to', cell(row, 'to') ?? '');
    if (to < from) return note('ends_before_start', 'to', cell(row, 'to') ?? '');
    return { kpi, from, to, reason: cell(row, 'reason') ?? '' };
  });
}

type Note = (code: string, column: string, value: string) => null;

function readRows<T>(rows: readonly Row[], read: (row: Row, note: Note) => T | null): Outcome<T[]> {
  const reasons: Reason[] = [];
  const values = rows.flatMap((row, index) => {
    const note: Note = (code, column, value) => {
      if (reasons.length < MOST_REASONS)
        reasons.push({ code, params: { row: index + 1, column, value }, field: column });
      return null;
    };
    return read(row, note) ?? [];
  });
  return reasons.length > 0 ? refusedFields(reasons) : done(values);
}

function cell(row: Row, name: string): string | null {
  const text = row[name]?.trim() ?? '';
  return text === '' ? null : text;
}
