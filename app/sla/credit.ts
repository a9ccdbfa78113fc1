import type { ReportDue } from '~/shared/calendar';
import {
  add,
  compare,
  decimalText,
  divide,
  type Fraction,
  fraction,
  multiply,
  whole,
  ZERO,
} from '~/shared/fraction';
import { shareOf, splitByWeight } from '~/shared/money';
import type { Period } from '~/shared/period';
import type { CreditWorking } from './evaluation';
import type { Failure } from './term-evaluation';

/** What the contract says about a month: its fee and minimum in minor units, percentages as decimal text. */
export type Agreement = {
  currency: string;
  fee: number;
  creditCapPercent: string | null;
  creditMinimum: number | null;
  atRiskPercent: string | null;
  /** At least `points` give `percent` of the fee. */
  pointsTable: readonly { points: string; percent: string }[];
  reportDue: ReportDue | null;
};

/** A month's credits over all terms of the contract, in minor units; `cap` is null where there is none. */
export type CreditMonth = {
  period: Period;
  currency: string;
  fee: number;
  cap: number | null;
  gross: number;
  capped: number;
  /** After the minimum, less what earn-backs return in this month: may be negative. */
  issued: number;
  returned: number;
};

const HUNDRED = whole(100);

/**
 * Computes the lines of a month's failures, in the order of the terms, and writes `credit`, `capped` and `issued` into
 * their evaluations. Above the cap the lines are reduced pro rata; a total that does not exceed the minimum is not
 * issued (published: a credit is issued only if it exceeds one dollar, AWS).
 */
export function creditMonth(
  period: Period,
  agreement: Agreement,
  failures: readonly Failure[],
): CreditMonth {
  const { fee, creditCapPercent, creditMinimum, currency } = agreement;
  const lines = creditLines(agreement, failures);
  const gross = lines.reduce((sum, line) => sum + line, 0);
  const cap = creditCapPercent === null ? null : shareOf(fee, percent(creditCapPercent));
  const capped = cap !== null && gross > cap ? splitByWeight(cap, lines.map(whole)) : lines;
  const total = capped.reduce((sum, line) => sum + line, 0);
  const issues = creditMinimum === null || total > creditMinimum;
  failures.forEach(({ evaluation }, index) => {
    evaluation.credit = lines[index] ?? 0;
    evaluation.capped = capped[index] ?? 0;
    evaluation.issued = issues ? evaluation.capped : 0;
  });
  const issued = issues ? total : 0;
  return { period, currency, fee, cap, gross, capped: total, issued, returned: 0 };
}

/** A line for each failure, rounded half up to the minor unit, and its working noted in the evaluation. */
function creditLines(agreement: Agreement, failures: readonly Failure[]): number[] {
  const pointsLines = sharePoints(agreement, failures);
  return failures.map((failure, index) => {
    const { method } = failure.agreed.term.credit;
    if (method === 'none') return 0;
    if (method === 'points') return pointsLines[index] ?? 0;
    const { share, working } = lineOf(agreement, failure);
    failure.evaluation.working.credit = working;
    return shareOf(agreement.fee, share);
  });
}

type Line = { share: Fraction; working: CreditWorking };

function lineOf(agreement: Agreement, failure: Failure): Line {
  const { credit } = failure.agreed.term;
  const working = emptyWorking(agreement, failure);
  if (credit.method === 'pool') {
    working.pool = {
      atRiskPercent: agreement.atRiskPercent ?? '0',
      poolPercent: credit.pool_percent ?? '0',
      allocationPercent: credit.allocation_percent ?? '0',
    };
    return { share: Object.values(working.pool).map(percent).reduce(multiply), working };
  }
  if (credit.method === 'shortfall' && failure.missed) {
    const points = failure.missed;
    working.percentagePoints = decimalText(points);
    return { share: divide(compare(points, HUNDRED) > 0 ? HUNDRED : points, HUNDRED), working };
  }
  const ofBand = failure.band?.creditPercent ?? ZERO;
  working.percent = decimalText(ofBand);
  return { share: divide(ofBand, HUNDRED), working };
}

/**
 * The one amount that the month's points of all `points` terms give, shared among them by their points (published: 10
 * points 2 %, 15 points 4 %, up to 30 points 10 % of the monthly charges, TELUS). 0 for the other failures.
 */
function sharePoints(agreement: Agreement, failures: readonly Failure[]): number[] {
  const isPoints = (failure: Failure) => failure.agreed.term.credit.method === 'points';
  if (!failures.some(isPoints)) return [];
  const weights = failures.map((failure) => (isPoints(failure) ? failure.points : ZERO));
  const points = weights.reduce(add, ZERO);
  const ofFee = percentForPoints(agreement.pointsTable, points);
  const amount = shareOf(agreement.fee, percent(ofFee));
  for (const failure of failures.filter(isPoints)) {
    const credit: CreditWorking = {
      ...emptyWorking(agreement, failure),
      percent: ofFee,
      contractPoints: { points: decimalText(points), amount },
    };
    failure.evaluation.working.credit = credit;
  }
  return splitByWeight(amount, weights);
}

/** The percentage of the fee for a number of points: that of the highest step reached, 0 below the first. */
function percentForPoints(table: Agreement['pointsTable'], points: Fraction): string {
  const reached = table.filter((row) => compare(fraction(row.points), points) <= 0);
  const highest = reached.reduce<(typeof reached)[number] | null>(
    (best, row) => (best && compare(fraction(best.points), fraction(row.points)) >= 0 ? best : row),
    null,
  );
  return highest?.percent ?? '0';
}

function emptyWorking(agreement: Agreement, failure: Failure): CreditWorking {
  return {
    method: failure.agreed.term.credit.method,
    fee: agreement.fee,
    percent: null,
    percentagePoints: null,
    pool: null,
    contractPoints: null,
  };
}

function percent(text: string): Fraction {
  return divide(fraction(text), HUNDRED);
}
