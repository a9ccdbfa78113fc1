import { z } from 'zod';
import { isTimeZone, type ReportDue } from '~/shared/calendar';
import { isCurrency, minorDigits, parseMinor } from '~/shared/money';
import type { Outcome } from '~/shared/outcome';
import { parsePeriod } from '~/shared/period';
import {
  countField,
  dateField,
  decimalField,
  isLess,
  optional,
  percentField,
  readDocument,
  wrong,
} from './document-fields';
import { slaTermSchema } from './sla-term';

const LONGEST_GRACE_DAYS = 366;

const reportDueSchema = z
  .strictObject({
    day: countField(1, 31).optional(),
    business_day: countField(1, 31).optional(),
    grace_days: countField(0, LONGEST_GRACE_DAYS).default(0),
  })
  .transform((due, context): ReportDue => {
    const { day, business_day, grace_days } = due;
    if (day !== undefined && business_day === undefined) return { day, grace_days };
    if (day === undefined && business_day !== undefined) return { business_day, grace_days };
    wrong(context, 'report_due_one_of', {}, day === undefined ? ['day'] : ['business_day']);
    return z.NEVER;
  });

const pointsTableSchema = z
  .array(z.strictObject({ points: decimalField({ min: '0' }), percent: percentField() }))
  .transform((rows) =>
    [...rows].sort((a, b) =>
      isLess(a.points, b.points) ? -1 : isLess(b.points, a.points) ? 1 : 0,
    ),
  )
  .superRefine((rows, context) => {
    const again = rows.find((row, index) => rows[index + 1]?.points === row.points);
    if (again) wrong(context, 'listed_twice', { value: again.points }, []);
  });

const fields = z.strictObject({
  number: optional(z.string().min(1)),
  vendor: optional(z.string().min(1)),
  starts: optional(dateField()),
  ends: optional(dateField()),
  currency: z.string(),
  fee: optional(decimalField({ min: '0' })),
  fees: optional(z.record(z.string(), decimalField({ min: '0' }))),
  /** Beside `fees`: the fee of the months after the last one listed. */
  fee_after: optional(decimalField({ min: '0' })),
  credit_cap_percent: optional(decimalField({ min: '0' })),
  credit_minimum: optional(decimalField({ min: '0' })),
  at_risk_percent: optional(percentField()),
  points_table: optional(pointsTableSchema).transform((rows) => rows ?? []),
  report_due: optional(reportDueSchema),
  time_zone: z.string().default('UTC'),
  terms: z.array(slaTermSchema),
});

type Fields = z.output<typeof fields>;

/** The document of a contract as far as its SLA terms need it; the same for the back-test and the import. */
export const contractDocumentSchema = fields.superRefine((contract, context) => {
  checkMoney(contract, context);
  checkPool(contract, context);
  if (!isTimeZone(contract.time_zone))
    wrong(context, 'time_zone_unknown', { value: contract.time_zone }, ['time_zone']);
  const { starts, ends } = contract;
  if (starts !== null && ends !== null && ends < starts)
    wrong(context, 'ends_before_start', { from: starts, to: ends }, ['ends']);
});

/**
 * A contract's document with every default filled in. Amounts are decimal text with at most the currency's decimals;
 * `points_table` is in ascending order of points.
 */
export type ContractDocument = z.output<typeof contractDocumentSchema>;

/** Reads a contract's document; a refusal has a reason for each field that is wrong, its path in `field`. */
export function readContractDocument(input: unknown): Outcome<ContractDocument> {
  return readDocument(contractDocumentSchema, input);
}

function checkMoney(contract: Fields, context: z.core.$RefinementCtx): void {
  const { currency } = contract;
  if (!isCurrency(currency))
    return wrong(context, 'currency_unknown', { value: currency }, ['currency']);
  const check = (amount: string | null, path: string[]) => {
    if (amount !== null && parseMinor(amount, currency) === null)
      wrong(
        context,
        'amount_invalid',
        { value: amount, currency, decimals: minorDigits(currency) },
        path,
      );
  };
  check(contract.fee, ['fee']);
  check(contract.fee_after, ['fee_after']);
  check(contract.credit_minimum, ['credit_minimum']);
  for (const [period, amount] of Object.entries(contract.fees ?? {})) {
    if (parsePeriod(period) === null)
      wrong(context, 'period_invalid', { value: period }, ['fees', period]);
    check(amount, ['fees', period]);
  }
  if (contract.fee !== null && contract.fees !== null) wrong(context, 'fee_and_fees', {}, ['fees']);
  if (contract.fee_after !== null && contract.fees === null)
    wrong(context, 'fee_after_without_fees', {}, ['fee_after']);
}

function checkPool(contract: Fields, context: z.core.$RefinementCtx): void {
  if (contract.at_risk_percent !== null) return;
  if (contract.terms.some((term) => term.credit.method === 'pool'))
    wrong(context, 'at_risk_percent_missing', {}, ['at_risk_percent']);
}
