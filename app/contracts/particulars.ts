import { z } from 'zod';
import { isCountry } from '~/shared/country-codes';
import { formatMinor, parseMinor } from '~/shared/money';
import { parsePeriod, formatPeriod, type Period } from '~/shared/period';
import { dataRoles } from './clause';
import { renewals } from './contract';
import { countField, dateField, decimalField, optional, wrong } from './document-fields';
import { paymentDaysField, pricingSchema } from './pricing';
import { paymentBases } from './pricing-models';
import { noticeDayRules } from './renewal';

const LONGEST_NOTICE_DAYS = 3660;
const LONGEST_NOTICE_MONTHS = 120;
const LONGEST_TERM_MONTHS = 1200;
const LONGEST_NAME = 200;
const LONGEST_TEXT = 4000;

const name = () => optional(z.string().trim().min(1).max(LONGEST_NAME));
const text = () => optional(z.string().trim().min(1).max(LONGEST_TEXT));
const months = () => optional(countField(1, LONGEST_TERM_MONTHS));
const noticeDays = () => optional(countField(0, LONGEST_NOTICE_DAYS));
const noticeMonths = () => optional(countField(0, LONGEST_NOTICE_MONTHS));

const country = z.string().superRefine((code, context) => {
  if (!isCountry(code)) wrong(context, 'country_unknown', { value: code }, []);
});

const volumesSchema = z
  .record(z.string(), decimalField({ min: '0' }))
  .superRefine((volumes, context) => {
    for (const period of Object.keys(volumes))
      if (parsePeriod(period) === null)
        wrong(context, 'period_invalid', { value: period }, [period]);
  });

/** What a contract's file says beside the contract document; null where it says nothing. */
export const particularsSchema = z
  .strictObject({
    title: name(),
    services: optional(z.array(z.string().min(1))),
    markets: optional(z.array(z.string().min(1))),
    our_entity: name(),
    vendor_entity: name(),
    scope_text: text(),
    /** The first term, in place of `ends` or beside it. */
    initial_months: months(),
    renewal: optional(z.enum(renewals)),
    renewal_months: months(),
    notice_days: noticeDays(),
    notice_months: noticeMonths(),
    vendor_notice_days: noticeDays(),
    vendor_notice_months: noticeMonths(),
    notice_day: optional(z.enum(noticeDayRules)),
    pricing: optional(pricingSchema),
    volumes: optional(volumesSchema),
    payment_days: optional(paymentDaysField()),
    payment_basis: optional(z.enum(paymentBases)),
    calendar_country: optional(country),
    governing_law: name(),
    arbitration: name(),
    liability_cap: optional(decimalField({ min: '0' })),
    liability_cap_percent: optional(percentOfFees()),
    data_role: optional(z.enum(dataRoles)),
    prevailing_language: name(),
    signed_on: optional(dateField()),
    total_value: optional(decimalField({ min: '0' })),
    ocid: name(),
    accepts_alone: optional(z.boolean()),
    /** From when on changed and new terms hold that name no day of their own. */
    effective_from: optional(dateField()),
  })
  .superRefine((file, context) => {
    if (file.notice_days !== null && file.notice_months !== null)
      wrong(context, 'notice_twice', {}, ['notice_months']);
    if (file.vendor_notice_days !== null && file.vendor_notice_months !== null)
      wrong(context, 'notice_twice', {}, ['vendor_notice_months']);
  });

/** A liability cap in percent of a year's fees; it may be several times these. */
function percentOfFees() {
  return decimalField({ min: '0', max: '10000' });
}

export type Particulars = z.output<typeof particularsSchema>;

/** The particulars that are kept as they come, by field of the file and column of the store. */
const COLUMNS = {
  our_entity: 'ourEntity',
  vendor_entity: 'vendorEntity',
  scope_text: 'scopeText',
  renewal_months: 'renewalMonths',
  notice_days: 'noticeDays',
  notice_months: 'noticeMonths',
  vendor_notice_days: 'vendorNoticeDays',
  vendor_notice_months: 'vendorNoticeMonths',
  notice_day: 'noticeDay',
  pricing: 'pricing',
  payment_days: 'paymentDays',
  payment_basis: 'paymentBasis',
  calendar_country: 'calendarCountry',
  governing_law: 'governingLaw',
  arbitration: 'arbitration',
  liability_cap_percent: 'liabilityCapPercent',
  data_role: 'dataRole',
  prevailing_language: 'prevailingLanguage',
  signed_on: 'signedOn',
  ocid: 'ocid',
} as const satisfies Partial<Record<keyof Particulars, string>>;

type KeptField = keyof typeof COLUMNS;
const KEPT_FIELDS = Object.keys(COLUMNS) as KeptField[];

/** The store's columns of the particulars. */
export type ContractDetails = {
  [Field in KeptField as (typeof COLUMNS)[Field]]: Particulars[Field];
} & { liabilityCapMinor: number | null; totalValueMinor: number | null };

/**
 * The columns of what a file says; what it leaves out stays as it was before. A field that is there and null is emptied.
 */
export function detailsOf(
  file: Particulars,
  currency: string,
  said: ReadonlySet<string>,
  before: ContractDetails | null,
): ContractDetails {
  const minor = (amount: string | null) => (amount === null ? null : parseMinor(amount, currency));
  const stays = (field: string) => before !== null && !said.has(field);
  const kept = KEPT_FIELDS.map((field) => [
    COLUMNS[field],
    stays(field) ? before?.[COLUMNS[field]] : file[field],
  ]);
  return {
    ...(Object.fromEntries(kept) as Omit<ContractDetails, 'liabilityCapMinor' | 'totalValueMinor'>),
    liabilityCapMinor:
      before !== null && stays('liability_cap')
        ? before.liabilityCapMinor
        : minor(file.liability_cap),
    totalValueMinor:
      before !== null && stays('total_value') ? before.totalValueMinor : minor(file.total_value),
  };
}

/** The particulars of what is stored, as a file says them. */
export function particularsOf(
  contract: ContractDetails,
  currency: string,
): Record<string, unknown> {
  const amount = (minor: number | null) => (minor === null ? null : formatMinor(minor, currency));
  return {
    ...Object.fromEntries(KEPT_FIELDS.map((field) => [field, contract[COLUMNS[field]]])),
    liability_cap: amount(contract.liabilityCapMinor),
    total_value: amount(contract.totalValueMinor),
  };
}

export type MonthlyVolume = { period: Period; volume: string };

/** The volumes by month of a file, in order. */
export function volumesOf(file: Particulars): MonthlyVolume[] {
  return Object.entries(file.volumes ?? {})
    .flatMap(([month, volume]) => {
      const period = parsePeriod(month);
      return period === null ? [] : [{ period, volume }];
    })
    .sort((a, b) => a.period - b.period);
}

/** Volumes as a file says them; null where there are none. */
export function volumesDocument(volumes: readonly MonthlyVolume[]): Record<string, string> | null {
  if (volumes.length === 0) return null;
  return Object.fromEntries(volumes.map(({ period, volume }) => [formatPeriod(period), volume]));
}
