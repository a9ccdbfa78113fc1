import { Decimal } from '~/shared/decimal';
import { formatPeriod } from '~/shared/period';
import { checkHistory } from './check-history';
import { checkReading } from './check-reading';
import { exceededTotals } from './check-totals';
import {
  collectFindings,
  type Finding,
  type FindingCode,
  type Findings,
  type Severity,
} from './finding';
import { offeringCheck } from './market-cover';
import { readingKey } from './merge-readings';
import { decimalsOf, halfOfLastDigit } from './ratio';
import {
  reportLimits,
  type KpiDefinition,
  type Reading,
  type ReportContext,
  type StandingReading,
} from './reading';
import type { Upload } from './read-upload';
import { seriesKey, seriesOf } from './series';

type Checked = Pick<Upload, 'readings' | 'sheets' | 'findings'>;
type Add = (
  severity: Severity,
  code: FindingCode,
  reading: Reading,
  params?: Finding['params'],
  value?: string | null,
) => void;

/**
 * Checks what a report says against what is possible (errors, which stop it) and what is usual (warnings, which ask for a
 * comment). Returns the findings of reading and checking together; warnings are looked for even beside errors.
 */
export function checkReport(upload: Checked, context: ReportContext): Findings {
  const findings = collectFindings((context.limits ?? reportLimits).findings, upload.findings);
  const kpis = new Map(context.kpis.map((kpi) => [kpi.code, kpi]));
  const add: Add = (severity, code, reading, params = {}, value = reading.value) =>
    findings.add(severity, code, { ...placeOf(reading, upload.sheets), params, value });
  checkErrors(upload.readings, kpis, context, add);
  checkUsual(upload.readings, kpis, context, add);
  return findings;
}

function checkErrors(
  readings: readonly Reading[],
  kpis: ReadonlyMap<string, KpiDefinition>,
  context: ReportContext,
  add: Add,
): void {
  const isOffered = offeringCheck(context);
  for (const reading of readings) {
    const kpi = kpis.get(reading.kpi);
    if (!kpi) {
      add('error', 'kpi_unknown', reading, { known: '' }, reading.kpi);
      continue;
    }
    checkReading(reading, kpi, (code, params, value) => add('error', code, reading, params, value));
    if (reading.period > context.asOf)
      add('error', 'period_in_future', reading, { latest: formatPeriod(context.asOf) });
    else if (reading.period === context.asOf) add('warning', 'period_not_over', reading);
    if (!isOffered(reading.service, reading.market))
      add('error', 'not_offered', reading, {
        market: reading.market ?? '–',
        service: reading.service ?? '–',
      });
  }
}

function checkUsual(
  readings: readonly Reading[],
  kpis: ReadonlyMap<string, KpiDefinition>,
  context: ReportContext,
  add: Add,
): void {
  const series = seriesOf(readings, context.history);
  const sampleKpis = new Set(context.kpis.map((kpi) => kpi.sampleKpi));
  for (const reading of readings) {
    const kpi = kpis.get(reading.kpi);
    if (!kpi) continue;
    checkHistory(
      reading,
      kpi,
      series.get(seriesKey(reading)) ?? [],
      sampleKpis.has(kpi.code),
      (code, params, value) => add('warning', code, reading, params, value),
    );
  }
  for (const { total, sum, parts } of exceededTotals(readings, kpis, context.markets))
    add('warning', 'parts_exceed_total', total, { sum, parts });
  checkOtherSources(readings, context.otherSources, add);
}

/** Warns where another source has a different value for the same month; rounding of the coarser of the two is allowed for. */
function checkOtherSources(
  readings: readonly Reading[],
  others: Iterable<StandingReading>,
  add: Add,
): void {
  const reported = new Map<string, Reading>();
  let indexed = false;
  for (const other of others) {
    if (!indexed) {
      for (const reading of readings)
        reported.set(readingKey({ ...reading, source: null }), reading);
      indexed = true;
    }
    const reading = reported.get(readingKey({ ...other, source: null }));
    if (
      !reading ||
      reading.value === null ||
      other.value === null ||
      sameRounded(reading.value, other.value)
    )
      continue;
    add('warning', 'differs_from_source', reading, {
      other: other.value,
      otherSource: other.source,
    });
  }
}

function sameRounded(a: string, b: string): boolean {
  const coarser = Math.min(decimalsOf(a), decimalsOf(b));
  return a === b || new Decimal(a).minus(b).abs().lte(halfOfLastDigit(coarser));
}

function placeOf(reading: Reading, sheets: Checked['sheets']): Partial<Finding> {
  const sheet = sheets[reading.sheet];
  return {
    sheet: sheet?.name ?? null,
    row: reading.row,
    column: reading.column + 1,
    columnName: sheet?.headings[reading.column] ?? null,
    period: reading.period,
    market: reading.market,
    service: reading.service,
    kpi: reading.kpi,
  };
}
