import { and, eq, inArray } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { chunks } from '~/shared/chunks';
import type { Period } from '~/shared/period';
import { creditCondition, type CreditListQuery } from '~/sla/credit-queries.server';
import { contracts } from '~db/schema/contracts';
import { creditBalances } from '~db/schema/settlement';
import { creditPeriods } from '~db/schema/sla';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { CreditBalances } from './credit-line';
import { balanceColumns, balanceSums, sameLine, type LineKey } from './load-lines.server';

/** What of the credits that a list's question finds stands in which state, by month and currency. */
export async function sumCreditStates(reader: Reader, scope: Scope, query: CreditListQuery) {
  return reader
    .select({
      period: creditPeriods.period,
      currency: creditPeriods.currency,
      ...balanceSums,
    })
    .from(creditPeriods)
    .innerJoin(contracts, eq(contracts.id, creditPeriods.contractId))
    .innerJoin(vendors, eq(vendors.id, creditPeriods.vendorId))
    .leftJoin(creditBalances, sameLine)
    .where(creditCondition(scope, query))
    .groupBy(creditPeriods.period, creditPeriods.currency);
}

/** What of these lines, found within the scope before, stands in which state, by `contract/period`. */
export async function balancesOf(
  reader: Reader,
  keys: readonly LineKey[],
): Promise<Map<string, CreditBalances & { claimUntil: string | null }>> {
  if (keys.length === 0) return new Map();
  const contractIds = [...new Set(keys.map(({ contractId }) => contractId))];
  const periods: Period[] = [...new Set(keys.map(({ period }) => period))];
  const found = new Map<string, CreditBalances & { claimUntil: string | null }>();
  for (const some of chunks(contractIds)) {
    const rows = await reader
      .select({
        contractId: creditPeriods.contractId,
        period: creditPeriods.period,
        balances: balanceColumns,
        claimUntil: creditBalances.claimUntil,
      })
      .from(creditPeriods)
      .leftJoin(creditBalances, sameLine)
      .where(and(inArray(creditPeriods.contractId, some), inArray(creditPeriods.period, periods)));
    for (const { contractId, period, balances, claimUntil } of rows)
      found.set(`${contractId}/${period}`, { ...balances, claimUntil });
  }
  return found;
}
