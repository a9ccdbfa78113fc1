export const OPERATORS = ['gte', 'lte', 'gt', 'lt'] as const;
export type Operator = (typeof OPERATORS)[number];

/** Severities from the mildest to the harshest. */
export const SEVERITIES = ['minor', 'serious', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const AGGREGATES = ['weighted_mean', 'mean', 'sum', 'min', 'max', 'last'] as const;

export const CREDIT_METHODS = ['none', 'tiered', 'points', 'pool', 'shortfall'] as const;
export type CreditMethod = (typeof CREDIT_METHODS)[number];

/** Where a reading can come from, in the order in which they are believed unless a term says otherwise. */
export const READING_SOURCES = [
  'system_log',
  'third_party_audit',
  'customer_feedback',
  'internal_review',
  'vendor_report',
] as const;
export type ReadingSource = (typeof READING_SOURCES)[number];

/** The source of a reading that names none. */
export const DEFAULT_SOURCE: ReadingSource = 'vendor_report';

export const CALENDAR_WINDOW_MONTHS: readonly number[] = [1, 3, 6, 12];

/** True where more of the KPI is better, so that failures lie below the target. */
export function higherIsBetter(operator: Operator): boolean {
  return operator === 'gte' || operator === 'gt';
}

/** Whether a value meets a limit, from the sign of value minus limit. */
export function holdsByOrder(order: number, operator: Operator): boolean {
  switch (operator) {
    case 'gte':
      return order >= 0;
    case 'gt':
      return order > 0;
    case 'lte':
      return order <= 0;
    case 'lt':
      return order < 0;
  }
}

/** What a KPI's direction means for its terms: at least the target where more is better, else at most. */
export function operatorFor(better: 'higher' | 'lower'): 'gte' | 'lte' {
  return better === 'higher' ? 'gte' : 'lte';
}
