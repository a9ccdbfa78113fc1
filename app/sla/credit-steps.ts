import type { SlaTerm } from '~/contracts/sla-term';
import { divide, fraction } from '~/shared/fraction';
import { shareOf } from '~/shared/money';
import type { CreditWorking } from './evaluation';

/** A line of the arithmetic by which a breach's credit came about; amounts in minor units. */
export type CreditStep =
  | { kind: 'none' }
  | { kind: 'noFee' }
  | { kind: 'tiered'; fee: number; percent: string; amount: number }
  | { kind: 'shortfall'; fee: number; points: string; amount: number }
  | {
      kind: 'pool';
      fee: number;
      atRisk: string;
      pool: string;
      allocation: string;
      amount: number;
    }
  | { kind: 'points'; points: string; percent: string; fee: number; amount: number }
  | { kind: 'pointsShare'; own: string; points: string; amount: number }
  | { kind: 'withinCap'; percent: string; cap: number; gross: number; amount: number }
  | { kind: 'capped'; percent: string; cap: number; gross: number; amount: number }
  | { kind: 'belowMinimum'; minimum: number; total: number; amount: number }
  | { kind: 'issued'; amount: number };

export type CreditFacts = {
  working: CreditWorking | null;
  method: SlaTerm['credit']['method'];
  /** The breach's own points, multiplied. */
  points: string;
  credit: number;
  capped: number;
  issued: number;
  contract: { capPercent: string | null; minimum: number | null };
  /** All lines of the contract's month. */
  month: { gross: number; capped: number };
};

/**
 * The credit of a breach spelled out: how its line is computed, what the month's cap leaves of it, whether the month's
 * total exceeds the minimum, and what is issued in the end.
 */
export function creditSteps(facts: CreditFacts): CreditStep[] {
  const { working, credit, capped, issued, contract, month } = facts;
  if (!working || facts.method === 'none') return [{ kind: 'none' }];
  if (working.fee === 0) return [{ kind: 'noFee' }];
  const steps = lineSteps(facts, working);
  if (contract.capPercent !== null && credit > 0) {
    const cap = shareOf(working.fee, divide(fraction(contract.capPercent), fraction('100')));
    const isCapped = month.gross > cap;
    steps.push({
      kind: isCapped ? 'capped' : 'withinCap',
      percent: contract.capPercent,
      cap,
      gross: month.gross,
      amount: capped,
    });
  }
  if (contract.minimum !== null && issued === 0 && capped > 0)
    steps.push({
      kind: 'belowMinimum',
      minimum: contract.minimum,
      total: month.capped,
      amount: 0,
    });
  steps.push({ kind: 'issued', amount: issued });
  return steps;
}

function lineSteps({ points, credit }: CreditFacts, working: CreditWorking): CreditStep[] {
  const { fee } = working;
  if (working.contractPoints) {
    const { points: all, amount } = working.contractPoints;
    const whole: CreditStep = {
      kind: 'points',
      points: all,
      percent: working.percent ?? '0',
      fee,
      amount,
    };
    return credit === amount
      ? [whole]
      : [whole, { kind: 'pointsShare', own: points, points: all, amount: credit }];
  }
  if (working.pool)
    return [
      {
        kind: 'pool',
        fee,
        atRisk: working.pool.atRiskPercent,
        pool: working.pool.poolPercent,
        allocation: working.pool.allocationPercent,
        amount: credit,
      },
    ];
  if (working.percentagePoints !== null)
    return [{ kind: 'shortfall', fee, points: working.percentagePoints, amount: credit }];
  return [{ kind: 'tiered', fee, percent: working.percent ?? '0', amount: credit }];
}
