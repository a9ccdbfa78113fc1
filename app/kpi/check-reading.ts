import { Decimal, roundedText } from '~/shared/decimal';
import type { Finding, FindingCode } from './finding';
import { compareDecimals, decimalsOf, halfOfLastDigit, ratioValue } from './ratio';
import { isPercentage, type KpiDefinition, type Reading } from './reading';

/** Reports an error of one reading. */
export type ReportReading = (
  code: FindingCode,
  params?: Finding['params'],
  value?: string | null,
) => void;

const SHOWN_PLACES = 6;

/** What is impossible in one reading by itself: outside the KPI's range, a broken ratio, a negative base or sample. */
export function checkReading(reading: Reading, kpi: KpiDefinition, report: ReportReading): void {
  checkRatio(reading, kpi, report);
  const { value } = reading;
  if (value !== null) {
    if (kpi.min !== null && compareDecimals(value, kpi.min) < 0)
      report('below_minimum', { limit: kpi.min, unit: kpi.unit });
    if (kpi.max !== null && compareDecimals(value, kpi.max) > 0)
      report('above_maximum', { limit: kpi.max, unit: kpi.unit });
  }
  if (reading.sampleFrom === 'stated' && isNegative(reading.sampleSize))
    report('sample_negative', {}, reading.sampleSize);
}

function checkRatio(reading: Reading, kpi: KpiDefinition, report: ReportReading): void {
  const { numerator, denominator, value } = reading;
  if (numerator === null && denominator === null) return;
  if (numerator === null || denominator === null) {
    const isSample = numerator === null && value !== null;
    if (!isSample) report('ratio_incomplete', {}, numerator ?? denominator);
    return;
  }
  if (isNegative(denominator)) return report('negative_base', {}, denominator);
  if (isShare(kpi) && compareDecimals(numerator, denominator) > 0)
    return report('numerator_over_denominator', { numerator, denominator }, numerator);
  if (value === null) return;
  const exact = ratioValue(kpi, numerator, denominator);
  if (exact === null) return report('ratio_without_base', { numerator });
  const difference = exact.minus(value).abs();
  if (difference.gt(halfOfLastDigit(decimalsOf(value))))
    report('ratio_disagrees', {
      numerator,
      denominator,
      computed: roundedText(exact, SHOWN_PLACES),
    });
}

/** A share can't exceed the whole: a percentage that may be 100 at most. */
function isShare(kpi: KpiDefinition): boolean {
  return isPercentage(kpi) && kpi.max !== null && new Decimal(kpi.max).lte(100);
}

function isNegative(text: string | null): boolean {
  return text !== null && text.startsWith('-');
}
