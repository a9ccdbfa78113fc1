import { asc, count, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { creditCondition, creditListSpec } from '~/sla/credit-queries.server';
import { creditStates } from '~/sla/credit-state';
import { contracts } from '~db/schema/contracts';
import { creditBalances } from '~db/schema/settlement';
import { creditPeriods } from '~db/schema/sla';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { imposedStates, lostStates, paidStates } from './credit-line';
import { sameLine, sumIn, sumOwedBack } from './load-lines.server';

type Sort = 'vendor' | 'contract' | 'contracted' | 'imposed' | 'paid';
type Filter = 'state' | 'vendor' | 'currency' | 'period';
export type ContractCreditQuery = ListQuery<Sort, Filter>;

/** What the credits by contract may be asked for: as the list by month, added up. */
export const contractCreditSpec: ListSpec<Sort, Filter> = {
  sorts: ['vendor', 'contract', 'contracted', 'imposed', 'paid'],
  defaultSort: 'vendor',
  filters: creditListSpec.filters ?? { state: [], vendor: 'any', currency: 'any', period: 'any' },
};

const amounts = {
  contractedMinor: sumIn(creditStates),
  toClaimMinor: sumIn(['calculated']),
  imposedMinor: sumIn(imposedStates),
  paidMinor: sumIn(paidStates),
  lostMinor: sumIn(lostStates),
  owedBackMinor: sumOwedBack,
};

/** A page of the contracts with credits: what they give, what was imposed, paid and lost, in their own currencies. */
export async function listContractCredits(
  reader: Reader,
  scope: Scope,
  query: ContractCreditQuery,
  window: { offset: number; limit: number } = pageWindow(query),
) {
  return reader
    .select({
      contractId: creditPeriods.contractId,
      contract: contracts.number,
      title: contracts.title,
      vendorName: vendors.name,
      currency: creditPeriods.currency,
      months: count().mapWith(Number),
      ...amounts,
    })
    .from(creditPeriods)
    .innerJoin(contracts, eq(contracts.id, creditPeriods.contractId))
    .innerJoin(vendors, eq(vendors.id, creditPeriods.vendorId))
    .leftJoin(creditBalances, sameLine)
    .where(creditCondition(scope, asByMonth(query)))
    .groupBy(
      creditPeriods.contractId,
      contracts.number,
      contracts.title,
      vendors.name,
      creditPeriods.currency,
    )
    .orderBy(...orderOf(query))
    .limit(window.limit)
    .offset(window.offset);
}

export type ContractCreditRow = Awaited<ReturnType<typeof listContractCredits>>[number];

/** The same added up by currency, with how many contracts have any. */
export async function sumContractCredits(reader: Reader, scope: Scope, query: ContractCreditQuery) {
  return reader
    .select({
      currency: creditPeriods.currency,
      contracts: sql<number>`count(distinct ${creditPeriods.contractId})`.mapWith(Number),
      ...amounts,
    })
    .from(creditPeriods)
    .innerJoin(contracts, eq(contracts.id, creditPeriods.contractId))
    .innerJoin(vendors, eq(vendors.id, creditPeriods.vendorId))
    .leftJoin(creditBalances, sameLine)
    .where(creditCondition(scope, asByMonth(query)))
    .groupBy(creditPeriods.currency)
    .orderBy(asc(creditPeriods.currency));
}

function asByMonth(query: ContractCreditQuery) {
  return { ...query, sort: 'period' as const };
}

function orderOf({ sort, dir }: ContractCreditQuery): SQL[] {
  const by = dir === 'asc' ? asc : desc;
  const rest = [asc(vendors.name), asc(contracts.number), asc(creditPeriods.currency)];
  switch (sort) {
    case 'vendor':
      return [by(vendors.name), asc(contracts.number), asc(creditPeriods.currency)];
    case 'contract':
      return [by(contracts.number), asc(creditPeriods.currency)];
    case 'contracted':
      return [by(amounts.contractedMinor), ...rest];
    case 'imposed':
      return [by(amounts.imposedMinor), ...rest];
    case 'paid':
      return [by(amounts.paidMinor), ...rest];
  }
}
