import { formatMinor, parseMinor } from '~/shared/money';
import { formatPeriod, parsePeriod, type Period } from '~/shared/period';
import type { ContractDocument } from './contract-document';
import type { SlaTerm } from './sla-term';

/** The contract document as the store keeps it: amounts in minor units, the deadline in columns. */
export type ContractFacts = {
  currency: string;
  feeMinor: number | null;
  creditCapPercent: string | null;
  creditMinimumMinor: number | null;
  atRiskPercent: string | null;
  pointsTable: { points: string; percent: string }[] | null;
  reportDueDay: number | null;
  reportDueBusinessDay: number | null;
  graceDays: number;
  timeZone: string;
};

export type MonthlyFee = { period: Period; feeMinor: number };

/** The store's columns of a contract document. */
export function factsOf(document: ContractDocument): ContractFacts {
  const { currency, report_due: due } = document;
  const minor = (amount: string | null) => (amount === null ? null : parseMinor(amount, currency));
  return {
    currency,
    feeMinor: minor(document.fee ?? document.fee_after),
    creditCapPercent: document.credit_cap_percent,
    creditMinimumMinor: minor(document.credit_minimum),
    atRiskPercent: document.at_risk_percent,
    pointsTable: document.points_table.length === 0 ? null : document.points_table,
    reportDueDay: due && 'day' in due ? due.day : null,
    reportDueBusinessDay: due && 'business_day' in due ? due.business_day : null,
    graceDays: due?.grace_days ?? 0,
    timeZone: document.time_zone,
  };
}

/** The fees by month of a contract document, in order; none where one fee holds for all months. */
export function monthlyFeesOf(document: ContractDocument): MonthlyFee[] {
  return Object.entries(document.fees ?? {})
    .flatMap(([month, amount]) => {
      const period = parsePeriod(month);
      const feeMinor = parseMinor(amount, document.currency);
      return period === null || feeMinor === null ? [] : [{ period, feeMinor }];
    })
    .sort((a, b) => a.period - b.period);
}

/** The contract document of what is stored: the same as came in. */
export function documentOf(
  contract: ContractFacts & {
    number: string;
    vendorCode: string;
    startsOn: string;
    endsOn: string | null;
  },
  fees: readonly MonthlyFee[],
  terms: SlaTerm[],
): ContractDocument {
  const { currency } = contract;
  const amount = (minor: number | null) => (minor === null ? null : formatMinor(minor, currency));
  return {
    number: contract.number,
    vendor: contract.vendorCode,
    starts: contract.startsOn,
    ends: contract.endsOn,
    currency,
    fee: fees.length === 0 ? amount(contract.feeMinor) : null,
    fees:
      fees.length === 0
        ? null
        : Object.fromEntries(
            fees.map(({ period, feeMinor }) => [
              formatPeriod(period),
              formatMinor(feeMinor, currency),
            ]),
          ),
    fee_after: fees.length === 0 ? null : amount(contract.feeMinor),
    credit_cap_percent: contract.creditCapPercent,
    credit_minimum: amount(contract.creditMinimumMinor),
    at_risk_percent: contract.atRiskPercent,
    points_table: contract.pointsTable ?? [],
    report_due: reportDueOf(contract),
    time_zone: contract.timeZone,
    terms,
  };
}

/** When the contract's reports are due; null where it sets no deadline. */
export function reportDueOf(
  contract: Pick<ContractFacts, 'reportDueDay' | 'reportDueBusinessDay' | 'graceDays'>,
): ContractDocument['report_due'] {
  const { reportDueDay, reportDueBusinessDay, graceDays } = contract;
  if (reportDueDay !== null) return { day: reportDueDay, grace_days: graceDays };
  if (reportDueBusinessDay !== null)
    return { business_day: reportDueBusinessDay, grace_days: graceDays };
  return null;
}
