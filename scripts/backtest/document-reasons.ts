import type { Reason, Refused } from '~/shared/outcome';

/** What the command line says about a document, a file's cell or a sweep that is refused: what is wrong, what is right. */
const WORDS: Record<string, (params: Record<string, string | number | null>) => string> = {
  field_unknown: ({ name }) => `there is no field "${name}"`,
  field_missing: () => 'is required',
  field_of_other_method: ({ name, method }) =>
    `"${name}" does not go with the credit method "${method}"`,
  not_one_of: ({ allowed }) => `must be one of ${allowed}`,
  wrong_type: ({ expected }) => `must be of type ${expected}`,
  wrong_value: () => 'cannot be read',
  number_invalid: ({ value }) => `"${value}" is no number; write it like 79.97`,
  number_negative: ({ value }) => `${value} is below 0`,
  number_too_small: ({ min }) => `must be at least ${min}`,
  number_too_large: ({ max }) => `must be at most ${max}`,
  date_invalid: ({ value }) => `"${value}" is no day; write it like 2023-01-31`,
  period_invalid: ({ value }) => `"${value}" is no month; write it like 2023-01`,
  ends_before_start: () => 'ends before it starts',
  listed_twice: ({ value }) => `${value} is listed twice`,
  n_above_m: ({ n, m }) => `${n} failures cannot fall among ${m} periods`,
  warn_at_wrong_side: ({ warn_at, target }) =>
    `the warning limit ${warn_at} is not on the good side of the target ${target}`,
  bands_empty: () => 'must hold at least one band, or be left out',
  band_from_not_below_to: ({ from, to }) => `"from" (${from}) must be below "to" (${to})`,
  band_not_at_target: ({ limit, target }) =>
    `the first band must start at the target ${target}, not at ${limit}`,
  band_start_missing: ({ expected }) => `must be ${expected}, where the band starts`,
  band_gap: ({ limit, expected }) =>
    `leaves a gap between ${expected} and ${limit}; it must be ${expected}`,
  band_overlap: ({ limit, expected }) =>
    `overlaps the band before between ${expected} and ${limit}; it must be ${expected}`,
  band_after_unbounded: () => 'follows a band that is unbounded; only the last band may be',
  band_not_unbounded: ({ limit }) => `the last band must be unbounded (null), not end at ${limit}`,
  band_softens: ({ value, before }) => `${value} is milder than ${before} of the band before`,
  report_due_one_of: () => 'say either "day" or "business_day"',
  currency_unknown: ({ value }) => `"${value}" is no currency of ISO 4217`,
  amount_invalid: ({ value, currency, decimals }) =>
    `${value} is no amount in ${currency}, which has ${decimals} decimals`,
  fee_and_fees: () => 'say either "fee" or "fees"',
  at_risk_percent_missing: () => 'is required where a term credits by "pool"',
  time_zone_unknown: ({ value }) => `"${value}" is no time zone; write it like America/New_York`,
  cell_missing: () => 'is empty',
  reading_twice: ({ kpi, period }) =>
    `${kpi} of ${period} is there twice with different values for the same scope and source`,
  sweep_term_unknown: ({ term, terms }) =>
    `the contract has no term ${term}; it has ${terms}, counted from 0`,
  sweep_steps: ({ from, to, step }) =>
    `the sweep ${from}:${to}:${step} must lead from the first target to the last in 1 to 1,000 steps`,
};

/** A reason in words, with the row and column or the field that it is about. */
function reasonInWords({ code, params, field }: Reason): string {
  const words = WORDS[code]?.(params ?? {}) ?? code;
  const row = params?.['row'];
  if (row != null) return `row ${row}, ${params?.['column']}: ${words}`;
  return field ? `${field}: ${words}` : words;
}

/** Every reason of a refusal, a line each. */
export function refusalInWords(refusal: Refused): string[] {
  return (refusal.fields ?? [refusal.reason]).map(reasonInWords);
}
