import type { ContractDocument } from '~/contracts/contract-document';
import { factsOf, monthlyFeesOf } from '~/contracts/contract-record';
import { agreedFees } from '~/contracts/month-fee';
import { add, decimalText, fraction, ZERO } from '~/shared/fraction';
import { formatMinor, parseMinor } from '~/shared/money';
import { done, type Outcome, refused } from '~/shared/outcome';
import { formatPeriod, type Period } from '~/shared/period';
import {
  type ContractEvaluation,
  type ContractInput,
  evaluateContract,
} from './contract-evaluation';
import type { Agreement } from './credit';
import type { Evaluation } from './evaluation';
import type { TermReading } from './measure';
import type { TermInput } from './term-evaluation';
import type { PeriodSpan } from './verdict';

/** A past reading of some KPI, as the readings file has it. */
export type KpiReading = TermReading & { kpi: string };

/** An agreed exclusion of a KPI over months, both included. */
export type Exclusion = PeriodSpan & { kpi: string; reason: string };

/** What a contract is tried against: past readings in any order, and from when to when. */
export type BacktestInput = {
  contract: ContractDocument;
  readings: readonly KpiReading[];
  exclusions: readonly Exclusion[];
  from: Period | null;
  to: Period | null;
  asOf: string | null;
};

export type BacktestEvaluation = Pick<
  Evaluation,
  'outcome' | 'kind' | 'reason' | 'severity' | 'measured' | 'shortfall' | 'run' | 'points'
> & {
  term: number;
  kpi: string;
  period: string;
  triggers: readonly string[];
  credit: string;
  capped: string;
};

export type BacktestCredit = {
  period: string;
  currency: string;
  gross: string;
  capped: string;
  issued: string;
};

export type SweepStep = {
  target: string;
  failures: number;
  runs: number;
  triggers: number;
  issued: string;
};

/** The back-test's result: periods `YYYY-MM`, amounts as decimals in the contract's currency. */
export type BacktestResult = {
  evaluations: BacktestEvaluation[];
  credits: BacktestCredit[];
  totals: { failures: number; points: number; issued: string };
  sweep: SweepStep[];
};

/** What a contract's document says about each month. */
export function agreementsOf(contract: ContractDocument): (period: Period) => Agreement {
  const { currency } = contract;
  const minor = (amount: string | null | undefined) =>
    amount == null ? null : parseMinor(amount, currency);
  const every = {
    currency,
    creditCapPercent: contract.credit_cap_percent,
    creditMinimum: minor(contract.credit_minimum),
    atRiskPercent: contract.at_risk_percent,
    pointsTable: contract.points_table,
    reportDue: contract.report_due,
  };
  const feeOf = agreedFees(factsOf(contract).feeMinor, monthlyFeesOf(contract));
  return (period) => ({ ...every, fee: feeOf(period)?.minor ?? 0 });
}

/**
 * The engine's input for a contract's document: one version for each term, ratios in percent. Refused where two
 * readings of the same KPI, month, scope and source differ; identical ones count once.
 */
export function backtestInput(input: BacktestInput): Outcome<ContractInput> {
  const { contract, exclusions, asOf } = input;
  const kpis = new Set(contract.terms.map((term) => term.kpi));
  const readings = new Map<string, KpiReading>();
  for (const reading of input.readings) {
    if (!kpis.has(reading.kpi)) continue;
    const key = keyOf(reading);
    const before = readings.get(key);
    if (before && !isSame(before, reading))
      return refused('reading_twice', { kpi: reading.kpi, period: formatPeriod(reading.period) });
    readings.set(key, reading);
  }
  const used = [...readings.values()];
  const terms = contract.terms.map((term, index): TermInput => {
    return {
      key: String(index),
      percent: true,
      versions: [
        {
          key: String(index),
          term,
          effectiveFrom: term.effective_from,
          effectiveTo: term.effective_to,
        },
      ],
      readings: used.filter((reading) => reading.kpi === term.kpi),
      exclusions: exclusions.filter((exclusion) => exclusion.kpi === term.kpi),
      awaitingReview: [],
    };
  });
  return done({ agreementOf: agreementsOf(contract), terms, asOf, ...rangeOf(input, used) });
}

/** From the first to the last month with a reading, where not said otherwise; empty where there is none. */
function rangeOf({ from, to }: BacktestInput, readings: readonly KpiReading[]): PeriodSpan {
  let first = Infinity;
  let last = -Infinity;
  for (const { period } of readings) {
    first = Math.min(first, period);
    last = Math.max(last, period);
  }
  return { from: from ?? first, to: to ?? last };
}

/** Tries a contract on past readings: what would have been met, missed and credited. */
export function backtest(input: BacktestInput): Outcome<BacktestResult> {
  const engine = backtestInput(input);
  if (!engine.ok) return engine;
  return done(resultOf(input.contract, evaluateContract(engine.value)));
}

/** The result as it is handed out: numbers in the contract's currency, periods as text. */
function resultOf(contract: ContractDocument, evaluated: ContractEvaluation): BacktestResult {
  const money = (minor: number) => formatMinor(minor, contract.currency);
  const all = evaluated.terms.flatMap((term) => term.evaluations);
  return {
    evaluations: evaluated.terms.flatMap(({ evaluations }, term) =>
      evaluations.map((each) => ({
        term,
        kpi: contract.terms[term]?.kpi ?? '',
        period: formatPeriod(each.period),
        outcome: each.outcome,
        kind: each.kind,
        reason: each.reason,
        severity: each.severity,
        measured: each.measured,
        shortfall: each.shortfall,
        run: each.run,
        points: each.points,
        triggers: each.triggers,
        credit: money(each.credit),
        capped: money(each.capped),
      })),
    ),
    credits: evaluated.months.map(({ period, currency, gross, capped, issued }) => ({
      period: formatPeriod(period),
      currency,
      gross: money(gross),
      capped: money(capped),
      issued: money(issued),
    })),
    totals: {
      failures: all.filter((each) => each.outcome === 'breached').length,
      points: sumOfPoints(all),
      issued: money(evaluated.months.reduce((sum, month) => sum + month.issued, 0)),
    },
    sweep: [],
  };
}

/** Points may be decimals, which floating-point sums would blur. */
function sumOfPoints(evaluations: readonly Evaluation[]): number {
  const sum = evaluations.reduce((total, each) => add(total, fraction(String(each.points))), ZERO);
  return Number(decimalText(sum));
}

function keyOf(reading: KpiReading): string {
  const { kpi, period, service, market, source } = reading;
  return JSON.stringify([kpi, period, service, market, source]);
}

function isSame(a: KpiReading, b: KpiReading): boolean {
  return (
    a.value === b.value &&
    a.numerator === b.numerator &&
    a.denominator === b.denominator &&
    a.sampleSize === b.sampleSize
  );
}
