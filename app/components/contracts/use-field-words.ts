import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Pricing } from '~/contracts/pricing';
import type { ClaimCount, ClaimStart } from '~/contracts/settlement-terms';
import { parsePeriod, type Period } from '~/shared/period';
import { useFormat } from '../use-format';
import { usePricingItems } from './AgreementFacts';

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
  notice_days: 'contracts:field.notice',
  notice_months: 'contracts:field.notice',
  vendor_notice_days: 'contracts:field.vendorNotice',
  vendor_notice_months: 'contracts:field.vendorNotice',
  notice_day: 'contracts:field.noticeDay',
  claim_days: 'settlement:terms.claimDays',
  claim_from: 'settlement:terms.claimFrom',
  claim_count: 'settlement:terms.claimCount',
  bonus_percent: 'settlement:terms.bonusPercent',
  currency: 'common:column.currency',
  fee: 'contracts:monthlyFee',
  fees: 'contracts:page.fees',
  fee_after: 'contracts:field.feeAfter',
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
  liability_cap: 'contracts:field.liability',
  liability_cap_percent: 'contracts:field.liability',
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
  notice_day: 'noticeDay',
} as const;

const dates: readonly string[] = ['starts', 'ends', 'signed_on'];
const amounts: readonly string[] = [
  'fee',
  'fee_after',
  'credit_minimum',
  'liability_cap',
  'total_value',
];
const percents: readonly string[] = ['credit_cap_percent', 'at_risk_percent', 'bonus_percent'];

type Document = Readonly<Record<string, unknown>>;

/** The name of a field of a contract's file and its value in the reader's words, amounts in the file's currency. */
export function useFieldWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = usePartWords();
  const text = (name: string, given: string, currency: string): string => {
    if (dates.includes(name)) return format.date(given);
    if (amounts.includes(name)) return format.amount(given, currency);
    if (percents.includes(name)) return format.percent(given, 6);
    if (name === 'liability_cap_percent')
      return t('contracts:page.ofYear', { percent: format.percent(given, 6) });
    if (name === 'claim_from') return t(`settlement:terms.${given as ClaimStart}`);
    if (name === 'claim_count') return t(`settlement:terms.counts.${given as ClaimCount}`);
    return name in vocabularies ? vocabularyWord(t, name, given) : given;
  };
  const value = (name: string, given: unknown, document: Document): string => {
    const currency = typeof document['currency'] === 'string' ? document['currency'] : '';
    if (given === null || given === undefined || given === '') return t('common:none');
    if (typeof given === 'boolean') return t(given ? 'common:yes' : 'common:no');
    if (typeof given === 'number') return countWords(t, name, given);
    if (typeof given === 'string') return text(name, given, currency);
    return parts(name, given, currency) || t('common:none');
  };
  return {
    label: (name: string) => (name in labels ? t(labels[name as keyof typeof labels]) : name),
    value,
  };
}

function countWords(t: TFunction, name: string, count: number): string {
  if (name.endsWith('_days')) return t('common:days', { count });
  return name.endsWith('_months') ? t('contracts:months', { count }) : String(count);
}

function vocabularyWord(t: TFunction, name: string, given: string): string {
  const list = vocabularies[name as keyof typeof vocabularies];
  return String(t(`contracts:${list}.${given}` as 'contracts:renewal.none'));
}

/** Fields that are lists or documents of their own, as their parts in a row. */
function usePartWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const pricing = usePricingItems();
  const next = t('contracts:words.next');
  return (name: string, given: unknown, currency: string): string => {
    switch (name) {
      case 'fees':
      case 'volumes':
        return monthSpans(given)
          .map(({ from, to, amount }) => {
            const months = { from: format.month(from), to: format.month(to) };
            const span = from === to ? months.from : t('contracts:page.span', months);
            const said = name === 'fees' ? format.amount(amount, currency) : format.number(amount);
            return `${span} ${said}`;
          })
          .join(next);
      case 'points_table':
        return (given as { points: string; percent: string }[])
          .map(({ points, percent }) => {
            const from = t('contracts:page.fromPoints', { points: format.number(points) });
            return `${from} ${format.percent(percent, 6)}`;
          })
          .join(next);
      case 'report_due':
        return dueWords(t, given as DueDocument);
      case 'pricing':
        return pricing(given as Pricing)
          .map((item, index) => (index === 0 ? item.value : `${item.label} ${item.value}`))
          .join(next);
      default:
        return Array.isArray(given) ? given.join(t('contracts:words.and')) : String(given);
    }
  };
}

type DueDocument = { day?: number; business_day?: number; grace_days?: number };

function dueWords(t: TFunction, { day, business_day, grace_days }: DueDocument): string {
  const due =
    day !== undefined
      ? t('contracts:due.day', { day })
      : t('contracts:due.businessDay', { day: business_day ?? 1 });
  const grace = `${t('contracts:field.grace')} ${t('common:days', { count: grace_days ?? 0 })}`;
  return `${due}${t('contracts:words.next')}${grace}`;
}

/** Months in order with what each of them says, those that say the same in a row taken together. */
function monthSpans(given: unknown): { from: Period; to: Period; amount: string }[] {
  const spans: { from: Period; to: Period; amount: string }[] = [];
  for (const [month, said] of Object.entries(given as Record<string, unknown>).sort()) {
    const period = parsePeriod(month);
    if (period === null) continue;
    const last = spans.at(-1);
    if (last?.amount === String(said) && last.to === period - 1) last.to = period;
    else spans.push({ from: period, to: period, amount: String(said) });
  }
  return spans;
}
