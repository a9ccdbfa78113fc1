import type { Period } from '~/shared/period';
import { type Agreement, creditMonth, type CreditMonth } from './credit';
import { deadlinesAt } from './deadlines';
import { type EarnBack, earnBacks } from './earn-back';
import type { Evaluation } from './evaluation';
import { evaluateTerm, type Failure, type TermInput, type TermResult } from './term-evaluation';

/**
 * A contract's terms to be evaluated from month `from` to month `to`. `asOf` is a day of the contract's time zone, at
 * whose end the outcome is told; with null every month is over and every report overdue. `agreementOf` answers for any
 * month, also before `from`.
 */
export type ContractInput = {
  agreementOf: (period: Period) => Agreement;
  terms: readonly TermInput[];
  from: Period;
  to: Period;
  asOf: string | null;
};

/** `terms` in the order given, each with its evaluations in the order of periods; `months` and `returns` likewise. */
export type ContractEvaluation = {
  terms: { key: string; evaluations: readonly Evaluation[] }[];
  months: readonly CreditMonth[];
  returns: readonly EarnBack[];
};

/** Evaluates all terms of a contract and the credits that they give together. The same input always gives the same. */
export function evaluateContract(input: ContractInput): ContractEvaluation {
  const { agreementOf, terms, from, to, asOf } = input;
  const deadlines = deadlinesAt(asOf, (period) => agreementOf(period).reportDue);
  const results = terms.map((term) => evaluateTerm(term, { from, to }, deadlines));
  const months = creditMonths(results, agreementOf);
  const returns = results.flatMap(returnsOf);
  const byPeriod = new Map(months.map((month) => [month.period, month]));
  for (const { period, amount } of returns) {
    const month = byPeriod.get(period);
    if (!month) continue;
    month.returned += amount;
    month.issued -= amount;
  }
  return {
    terms: results.map(({ evaluations }, index) => ({ key: terms[index]?.key ?? '', evaluations })),
    months,
    returns,
  };
}

/** The credits of every month in which a term is evaluated, in order. */
function creditMonths(
  results: readonly TermResult[],
  agreementOf: (period: Period) => Agreement,
): CreditMonth[] {
  const failures = new Map<Period, Failure[]>();
  for (const result of results) {
    for (const { period } of result.evaluations)
      if (!failures.has(period)) failures.set(period, []);
    for (const failure of result.failures) failures.get(failure.evaluation.period)?.push(failure);
  }
  return [...failures]
    .sort(([a], [b]) => a - b)
    .map(([period, ofMonth]) => creditMonth(period, agreementOf(period), ofMonth));
}

function returnsOf({ evaluations, failures }: TermResult): EarnBack[] {
  if (!failures.some(({ agreed }) => agreed.term.earn_back)) return [];
  const returns = earnBacks(evaluations, (failure) => failures[failure]?.agreed);
  for (const { period, amount } of returns) {
    const evaluation = evaluations.find((each) => each.period === period);
    if (evaluation) evaluation.returned = amount;
  }
  return returns;
}
