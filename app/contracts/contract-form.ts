import { plainText } from '~/shared/typed-number';
import type { FormValues } from '~/shared/form-values';
import { formatMinor } from '~/shared/money';
import type { Reason, Refused } from '~/shared/outcome';
import { formatPeriod, periodsBetween, type Period } from '~/shared/period';
import { readTypedDate, readTypedMonth } from '~/shared/typed-date';
import type { ContractFacts, MonthlyFee } from './contract-record';
import { detailFormField, detailFormValues, detailsOfForm } from './contract-details-form';
import { plainDecimal } from './document-fields';
import type { ContractDetails, MonthlyVolume } from './particulars';

/*
 * The form of a contract and its file. Fees by month and the points table are lines of text: `2023-01 100000.00`,
 * `2023-01 2023-12 100000.00`, `10 2`.
 */

export type ContractOnForm = ContractFacts &
  ContractDetails & {
    number: string;
    title: string;
    vendorCode: string;
    startsOn: string;
    endsOn: string | null;
    renewal: string;
    acceptsAlone: boolean;
  };

export type ScopeOnForm = { serviceCode: string; marketCode: string | null };

/** What the form shows of a contract. */
export function contractFormValues(
  contract: ContractOnForm,
  fees: readonly MonthlyFee[],
  scope: readonly ScopeOnForm[],
  volumes: readonly MonthlyVolume[],
): FormValues {
  const { currency } = contract;
  const amount = (minor: number | null) => (minor === null ? '' : formatMinor(minor, currency));
  const dueKind = contract.reportDueDay !== null ? 'day' : 'business_day';
  const dueDay = contract.reportDueDay ?? contract.reportDueBusinessDay;
  return {
    number: contract.number,
    title: contract.title,
    vendor: contract.vendorCode,
    services: [...new Set(scope.map(({ serviceCode }) => serviceCode))],
    markets: [...new Set(scope.flatMap(({ marketCode }) => marketCode ?? []))].join('; '),
    starts: contract.startsOn,
    ends: contract.endsOn ?? '',
    renewal: contract.renewal,
    initial_months: '',
    ...detailFormValues(contract, currency, volumes),
    currency,
    fee: amount(contract.feeMinor),
    fees: feeLines(fees, currency),
    credit_cap_percent: contract.creditCapPercent ?? '',
    credit_minimum: amount(contract.creditMinimumMinor),
    at_risk_percent: contract.atRiskPercent ?? '',
    points_table: (contract.pointsTable ?? [])
      .map(({ points, percent }) => `${points} ${percent}`)
      .join('\n'),
    'report_due.kind': dueDay === null ? 'none' : dueKind,
    'report_due.day': dueDay === null ? '' : String(dueDay),
    'report_due.grace_days': dueDay === null ? '' : String(contract.graceDays),
    time_zone: contract.timeZone,
    ...(contract.acceptsAlone && { accepts_alone: 'on' }),
  };
}

/** The contract's file that a form's entries mean; what can't be understood stays as typed, to be refused. */
export function contractFileOf(values: FormValues): Record<string, unknown> {
  const text = (name: string) => textsOf(values, name)[0]?.trim() ?? '';
  const orNull = (name: string) => (text(name) === '' ? null : text(name));
  const figure = (name: string) => (text(name) === '' ? null : typedNumber(text(name)));
  const date = (name: string) => readTypedDate(text(name)) ?? orNull(name);
  return {
    number: orNull('number'),
    title: orNull('title'),
    vendor: orNull('vendor'),
    services: textsOf(values, 'services').filter((code) => code !== ''),
    markets: codesOf(text('markets')),
    starts: date('starts'),
    ends: date('ends'),
    renewal: orNull('renewal'),
    initial_months: typedCount(text('initial_months')),
    ...detailsOfForm(values),
    currency: text('currency').toUpperCase(),
    ...(text('fees') === ''
      ? { fee: figure('fee'), fees: null }
      : { fees: readFeeLines(text('fees')), fee_after: figure('fee') }),
    credit_cap_percent: figure('credit_cap_percent'),
    credit_minimum: figure('credit_minimum'),
    at_risk_percent: figure('at_risk_percent'),
    points_table: text('points_table') === '' ? null : readPointLines(text('points_table')),
    report_due: reportDue(
      text('report_due.kind'),
      text('report_due.day'),
      text('report_due.grace_days'),
    ),
    time_zone: text('time_zone') === '' ? 'UTC' : text('time_zone'),
    accepts_alone: text('accepts_alone') === 'on',
    terms: [],
  };
}

/** Fees by month as lines, months of the same fee in a row as one. */
function feeLines(fees: readonly MonthlyFee[], currency: string): string {
  return feeSpans(fees)
    .map(({ from, to, feeMinor }) => {
      const months = from === to ? [from] : [from, to];
      return [...months.map(formatPeriod), formatMinor(feeMinor, currency)].join(' ');
    })
    .join('\n');
}

export type FeeSpan = { from: Period; to: Period; feeMinor: number };

/** Months of the same fee in a row taken together, in order. */
export function feeSpans(fees: readonly MonthlyFee[]): FeeSpan[] {
  const spans: FeeSpan[] = [];
  for (const { period, feeMinor } of fees) {
    const last = spans.at(-1);
    if (last && last.feeMinor === feeMinor && last.to === period - 1) last.to = period;
    else spans.push({ from: period, to: period, feeMinor });
  }
  return spans;
}

/** Reasons of a refused file at the fields of the form. */
export function refusalOfContractForm(refusal: Refused): Refused {
  const reasons = (refusal.fields ?? [refusal.reason]).map((reason): Reason => {
    const field = reason.field ?? '';
    const owner = /^(fees|points_table|services|markets)\./.exec(field)?.[1];
    if (owner !== undefined) return { ...reason, field: owner };
    const detail = detailFormField(field);
    if (detail !== null) return { ...reason, field: detail };
    if (field === 'report_due.business_day' || field === 'report_due.day')
      return { ...unsaid(reason), field: 'report_due.day' };
    return reason;
  });
  const first = reasons.filter(
    (reason, index) => reasons.findIndex(({ field }) => field === reason.field) === index,
  );
  return { ok: false, reason: first[0] ?? refusal.reason, fields: first };
}

/** A number that was left open is asked for, rather than called no number. */
function unsaid(reason: Reason): Reason {
  return reason.code === 'wrong_type' ? { code: 'required' } : reason;
}

function reportDue(kind: string, day: string, grace: string): Record<string, unknown> | null {
  if (kind !== 'day' && kind !== 'business_day') return null;
  return { [kind]: typedCount(day), grace_days: typedCount(grace) ?? 0 };
}

const MOST_MONTHS = 1200;

/** Lines of months and amounts; a line that is none stands under itself, for the document's reader to refuse. */
function readFeeLines(text: string): Record<string, string> {
  const fees: Record<string, string> = {};
  for (const line of linesOf(text)) {
    const [first = '', ...rest] = line.split(/[\s:：~–—]+|\.\./).filter((part) => part !== '');
    const amount = rest.at(-1) ?? '';
    const from = readTypedMonth(first);
    const to = rest.length > 1 ? readTypedMonth(rest[0] ?? '') : from;
    if (from === null || to === null || to < from || rest.length > 2 || to - from > MOST_MONTHS)
      fees[line] = '0';
    else
      for (const month of periodsBetween(from, to)) fees[formatPeriod(month)] = typedNumber(amount);
  }
  return fees;
}

function readPointLines(text: string): { points: string; percent: string }[] {
  return linesOf(text).map((line) => {
    const [points = '', percent = ''] = line.replaceAll('%', '').split(/[\s:：→]+/);
    return { points: typedNumber(points), percent: typedNumber(percent) };
  });
}

function linesOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function codesOf(text: string): string[] {
  return text
    .split(/[;；,，\s]+/)
    .map((code) => code.trim())
    .filter((code) => code !== '');
}

function typedNumber(text: string): string {
  const plain = plainText(text.normalize('NFKC'));
  return plainDecimal(plain) ?? text;
}

function typedCount(text: string): number | string | null {
  if (text === '') return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

function textsOf(values: FormValues, name: string): string[] {
  const value = values[name] ?? [];
  return Array.isArray(value) ? value : [value];
}
