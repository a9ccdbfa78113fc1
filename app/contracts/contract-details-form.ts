import { plainText } from '~/shared/typed-number';
import type { FormValues } from '~/shared/form-values';
import { formatMinor } from '~/shared/money';
import { formatPeriod } from '~/shared/period';
import { plainDecimal } from './document-fields';
import type { ContractDetails, MonthlyVolume } from './particulars';
import type { Pricing, VolumeMeasure } from './pricing';

/*
 * The particulars of a contract on its form. Units, tiers and volumes are lines of text: `parcel 1.20`, `parcel 1.20
 * @PARCELS`, `0 1.20`, `2023-01 12000`.
 */

const TEXTS = [
  'our_entity',
  'vendor_entity',
  'scope_text',
  'payment_basis',
  'governing_law',
  'arbitration',
  'data_role',
  'prevailing_language',
  'notice_day',
] as const;
const COUNTS = [
  'renewal_months',
  'notice_days',
  'notice_months',
  'vendor_notice_days',
  'vendor_notice_months',
  'payment_days',
] as const;
const FIGURES = ['liability_cap', 'liability_cap_percent', 'total_value'] as const;

/** What the form shows of the particulars. */
export function detailFormValues(
  details: ContractDetails,
  currency: string,
  volumes: readonly MonthlyVolume[],
): FormValues {
  const count = (figure: number | null) => (figure === null ? '' : String(figure));
  const amount = (minor: number | null) => (minor === null ? '' : formatMinor(minor, currency));
  return {
    our_entity: details.ourEntity ?? '',
    vendor_entity: details.vendorEntity ?? '',
    scope_text: details.scopeText ?? '',
    renewal_months: count(details.renewalMonths),
    notice_days: count(details.noticeDays),
    notice_months: count(details.noticeMonths),
    vendor_notice_days: count(details.vendorNoticeDays),
    vendor_notice_months: count(details.vendorNoticeMonths),
    notice_day: details.noticeDay ?? '',
    payment_days: count(details.paymentDays),
    payment_basis: details.paymentBasis ?? '',
    calendar_country: details.calendarCountry ?? '',
    governing_law: details.governingLaw ?? '',
    arbitration: details.arbitration ?? '',
    liability_cap: amount(details.liabilityCapMinor),
    total_value: amount(details.totalValueMinor),
    liability_cap_percent: details.liabilityCapPercent ?? '',
    data_role: details.dataRole ?? '',
    prevailing_language: details.prevailingLanguage ?? '',
    volumes: volumes.map(({ period, volume }) => `${formatPeriod(period)} ${volume}`).join('\n'),
    ...pricingValues(details.pricing),
  };
}

/** The particulars that a form's entries mean; what can't be understood stays as typed, to be refused. */
export function detailsOfForm(values: FormValues): Record<string, unknown> {
  const text = (name: string) => {
    const value = values[name] ?? '';
    return (Array.isArray(value) ? (value[0] ?? '') : value).trim();
  };
  const orNull = (name: string) => (text(name) === '' ? null : text(name));
  const country = text('calendar_country').toUpperCase();
  return {
    ...Object.fromEntries(TEXTS.map((name) => [name, orNull(name)])),
    ...Object.fromEntries(COUNTS.map((name) => [name, typedCount(text(name))])),
    ...Object.fromEntries(
      FIGURES.map((name) => [name, text(name) === '' ? null : typedNumber(text(name))]),
    ),
    calendar_country: country === '' ? null : country,
    volumes: text('volumes') === '' ? null : volumesOfLines(text('volumes')),
    pricing: pricingOfForm(text),
  };
}

/** The field of the form that a field of the pricing or the volumes stands in; null for others. */
export function detailFormField(field: string): string | null {
  if (field.startsWith('volumes')) return 'volumes';
  if (/^pricing\.(commission\.)?volume/.test(field)) return 'pricing.volume';
  if (/^pricing\.(units|tiers)/.test(field)) return field.split('.').slice(0, 2).join('.');
  if (field.startsWith('pricing.commission')) return field.replace('.commission', '');
  return null;
}

function pricingValues(pricing: Pricing | null): FormValues {
  const units = pricing && 'units' in pricing ? (pricing.units ?? []) : [];
  const commission = pricing && 'commission' in pricing ? pricing.commission : undefined;
  const isTiered = pricing?.model === 'tiered';
  return {
    'pricing.model': pricing?.model ?? '',
    'pricing.units': units
      .map(
        ({ unit, price, volume }) => `${unit} ${price}${volume ? ` @${measureText(volume)}` : ''}`,
      )
      .join('\n'),
    'pricing.percent': commission?.percent ?? '',
    'pricing.base': commission?.base ?? '',
    'pricing.volume': measureText((isTiered ? pricing.volume : commission?.volume) ?? null),
    'pricing.unit': isTiered ? pricing.unit : '',
    'pricing.tiers': isTiered
      ? pricing.tiers.map(({ from, price }) => `${from} ${price}`).join('\n')
      : '',
  };
}

function pricingOfForm(text: (name: string) => string): Record<string, unknown> | null {
  const model = text('pricing.model');
  const units = linesOf(text('pricing.units')).map((line) => {
    const [said = '', measure] = line.split(/\s*@\s*/);
    const [unit, price] = beforeAndLast(said);
    return { unit, price: typedNumber(price), ...measureOf(measure) };
  });
  const commission = {
    ...{ percent: typedNumber(text('pricing.percent')), base: text('pricing.base') },
    ...measureOf(text('pricing.volume')),
  };
  const isCommission = text('pricing.percent') !== '' || text('pricing.base') !== '';
  switch (model) {
    case '':
      return null;
    case 'per_unit':
      return { model, units };
    case 'commission':
      return { model, commission };
    case 'hybrid':
      return { model, ...(units.length > 0 && { units }), ...(isCommission && { commission }) };
    case 'tiered':
      return {
        model,
        unit: text('pricing.unit'),
        ...measureOf(text('pricing.volume')),
        tiers: linesOf(text('pricing.tiers')).map((line) => {
          const [from, price] = beforeAndLast(line);
          return { from: typedNumber(from), price: typedNumber(price) };
        }),
      };
    default:
      return { model };
  }
}

/** The KPI that a volume is, with its service and market where it is not the vendor's total: `PARCELS/AIR/FR`. */
function measureText(measure: VolumeMeasure | null): string {
  if (measure === null) return '';
  const { kpi, service, market } = measure;
  return [kpi, service ?? '', market ?? ''].join('/').replace(/\/+$/, '');
}

function measureOf(text: string | undefined): { volume?: Record<string, string | null> } {
  const [kpi = '', service, market] = (text ?? '').split('/').map((code) => code.trim());
  return kpi === '' ? {} : { volume: { kpi, service: service || null, market: market || null } };
}

function volumesOfLines(text: string): Record<string, string> {
  return Object.fromEntries(
    linesOf(text).map((line) => {
      const [month, volume] = beforeAndLast(line);
      return [month, typedNumber(volume)];
    }),
  );
}

/** A line's last word, and what stands before it. */
function beforeAndLast(line: string): [string, string] {
  const parts = line.split(/[\s:：]+/);
  return [parts.slice(0, -1).join(' '), parts.at(-1) ?? ''];
}

function linesOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function typedNumber(text: string): string {
  return plainDecimal(plainText(text.normalize('NFKC'))) ?? text;
}

function typedCount(text: string): number | string | null {
  if (text === '') return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}
