import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../use-format';

const labels = {
  number: 'common:column.number',
  vendor: 'common:column.vendor',
  title: 'contracts:field.title',
  services: 'contracts:field.services',
  markets: 'contracts:field.markets',
  starts: 'common:column.starts',
  ends: 'common:column.ends',
  renewal: 'contracts:field.renewal',
  renewal_months: 'contracts:field.renewalMonths',
  notice_days: 'contracts:field.ourNoticeDays',
  notice_months: 'contracts:field.notice',
  vendor_notice_days: 'contracts:field.vendorNoticeDays',
  vendor_notice_months: 'contracts:field.vendorNotice',
  currency: 'common:column.currency',
  fee: 'contracts:monthlyFee',
  fees: 'contracts:page.fees',
  volumes: 'contracts:field.volumes',
  credit_cap_percent: 'contracts:field.cap',
  credit_minimum: 'contracts:field.minimum',
  at_risk_percent: 'contracts:field.atRisk',
  points_table: 'contracts:field.pointsTable',
  report_due: 'contracts:field.due',
  time_zone: 'contracts:field.timeZone',
  accepts_alone: 'contracts:field.acceptsAlone',
  our_entity: 'contracts:field.ourEntity',
  vendor_entity: 'contracts:field.vendorEntity',
  scope_text: 'contracts:field.scopeText',
  pricing: 'contracts:field.pricing',
  payment_days: 'contracts:field.paymentDays',
  payment_basis: 'contracts:field.paymentBasis',
  calendar_country: 'contracts:field.calendarCountry',
  governing_law: 'contracts:field.governingLaw',
  arbitration: 'contracts:field.arbitration',
  liability_cap: 'contracts:field.liabilityCap',
  liability_cap_percent: 'contracts:field.liabilityCapPercent',
  data_role: 'contracts:field.dataRole',
  total_value: 'contracts:field.totalValue',
  signed_on: 'contracts:field.signedOn',
  ocid: 'contracts:field.ocid',
  prevailing_language: 'contracts:field.prevailingLanguage',
} as const;

/** Fields whose value is a word of a closed list, and where its translations stand. */
const vocabularies = {
  renewal: 'renewal',
  payment_basis: 'paymentBasis',
  data_role: 'dataRole',
} as const;

const dates: readonly string[] = ['starts', 'ends', 'signed_on'];

/** The name of a field of a contract's file and its value in the reader's words. */
export function useFieldWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const value = (name: string, given: unknown): string => {
    if (given === null || given === undefined || given === '') return t('common:none');
    if (typeof given === 'boolean') return t(given ? 'common:yes' : 'common:no');
    if (typeof given === 'number') return String(given);
    if (typeof given === 'string') {
      if (dates.includes(name)) return format.date(given);
      return name in vocabularies ? vocabularyWord(t, name, given) : given;
    }
    if (Array.isArray(given) && given.every((one) => typeof one === 'string'))
      return given.join(', ') || t('common:none');
    return partsOf(given);
  };
  return {
    label: (name: string) => (name in labels ? t(labels[name as keyof typeof labels]) : name),
    value,
  };
}

function vocabularyWord(t: TFunction, name: string, given: string): string {
  const list = vocabularies[name as keyof typeof vocabularies];
  return String(t(`contracts:${list}.${given}` as 'contracts:renewal.none'));
}

/** A document within a field, as its parts in a row. */
function partsOf(given: unknown): string {
  if (given === null || typeof given !== 'object') return String(given);
  if (Array.isArray(given)) return given.map(partsOf).join('; ');
  return Object.entries(given)
    .map(([name, part]) => `${name.replaceAll('_', ' ')} ${partsOf(part)}`)
    .join(', ');
}
