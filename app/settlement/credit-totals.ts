import type { Period } from '~/shared/period';
import { creditStates } from '~/sla/credit-state';
import type { CreditBalances, CreditState } from './credit-line';

type Sum = CreditBalances & { period: Period; currency: string };

/** What of all credits stands in a state: by currency, and month by month for the house currency. */
export type CreditTotal = {
  state: CreditState;
  amounts: { currency: string; minor: number }[];
  flows: { period: Period; currency: string; minor: number }[];
};

/** The amounts by state, those of a claim's way first and what was lost last; states without an amount are left out. */
export function creditTotals(sums: readonly Sum[]): CreditTotal[] {
  return creditStates.flatMap((state) => {
    const flows = sums
      .filter((sum) => sum[state] !== 0)
      .map((sum) => ({ period: sum.period, currency: sum.currency, minor: sum[state] }));
    if (flows.length === 0) return [];
    const amounts = new Map<string, number>();
    for (const { currency, minor } of flows)
      amounts.set(currency, (amounts.get(currency) ?? 0) + minor);
    return [
      { state, flows, amounts: [...amounts].map(([currency, minor]) => ({ currency, minor })) },
    ];
  });
}
