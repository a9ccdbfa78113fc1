import { and, asc, desc, eq, exists, inArray, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { countListed } from '~/shared/count-listed.server';
import { holdsText } from '~/shared/holds-text.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import {
  contractFees,
  contracts,
  contractScopes,
  contractVolumes,
  slaTerms,
} from '~db/schema/contracts';
import { markets } from '~db/schema/markets';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { contractsWithin } from './agreed.server';
import { contractStandings } from './contract';
import { standsAs } from './standing.server';

type Sort = 'number' | 'title' | 'vendor' | 'starts' | 'ends';
type Filter = 'state' | 'vendor' | 'service' | 'currency' | 'due';
export type ContractListQuery = ListQuery<Sort, Filter>;

/** What of a contract may be near. */
export const contractDues = ['contract_notice', 'contract_ending', 'manual_decision'] as const;

/** What the contract list may be asked for; vendors and services by their codes. */
export const contractListSpec: ListSpec<Sort, Filter> = {
  sorts: ['number', 'title', 'vendor', 'starts', 'ends'],
  defaultSort: 'number',
  filters: {
    state: contractStandings,
    vendor: 'any',
    service: 'any',
    currency: 'any',
    due: contractDues,
  },
};

/** A page of the contract list; states are those of `today`; `among` names the contracts where the query asks for what is due. */
export async function listContracts(
  reader: Reader,
  scope: Scope,
  query: ContractListQuery,
  today: string,
  window: { offset: number; limit: number } = pageWindow(query),
  among: readonly number[] | null = null,
) {
  return reader
    .select({
      id: contracts.id,
      number: contracts.number,
      title: contracts.title,
      vendorId: contracts.vendorId,
      vendorCode: vendors.code,
      vendorName: vendors.name,
      state: contracts.state,
      startsOn: contracts.startsOn,
      endsOn: contracts.endsOn,
      terminatedOn: contracts.terminatedOn,
      renewal: contracts.renewal,
      renewalMonths: contracts.renewalMonths,
      noticeDays: contracts.noticeDays,
      noticeMonths: contracts.noticeMonths,
      vendorNoticeDays: contracts.vendorNoticeDays,
      vendorNoticeMonths: contracts.vendorNoticeMonths,
      noticeDay: contracts.noticeDay,
      calendarCountry: contracts.calendarCountry,
      currency: contracts.currency,
      feeMinor: contracts.feeMinor,
      hasMonthlyFees: sql<boolean>`exists (select 1 from ${contractFees}
        where ${contractFees.contractId} = ${contracts.id})`.mapWith(Boolean),
      terms:
        sql<number>`(select count(*) from ${slaTerms} where ${slaTerms.contractId} = ${contracts.id}
        and ${slaTerms.withdrawnAt} is null)`.mapWith(Number),
    })
    .from(contracts)
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(contractCondition(reader, scope, query, today, among))
    .orderBy(...contractOrder(query))
    .limit(window.limit)
    .offset(window.offset);
}

export async function countContracts(
  reader: Reader,
  scope: Scope,
  query: ContractListQuery,
  today: string,
  among: readonly number[] | null = null,
): Promise<number> {
  const rows = sql`${contracts} inner join ${vendors} on ${vendors.id} = ${contracts.vendorId}`;
  return countListed(reader, rows, contractCondition(reader, scope, query, today, among));
}

/** The currencies that contracts are made in, for the list's filter. */
export async function contractCurrencies(reader: Reader, scope: Scope): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ currency: contracts.currency })
    .from(contracts)
    .where(contractsWithin(scope))
    .orderBy(asc(contracts.currency));
  return rows.map(({ currency }) => currency);
}

/** A vendor's contracts, the latest first. */
export async function contractsOfVendor(reader: Reader, scope: Scope, vendorId: number) {
  return reader
    .select()
    .from(contracts)
    .where(and(eq(contracts.vendorId, vendorId), contractsWithin(scope)))
    .orderBy(desc(contracts.startsOn), asc(contracts.number));
}

/** A contract with its vendor's code and name; null where it is not there or out of scope. */
export async function findContract(reader: Reader, scope: Scope, contractId: number) {
  return oneContract(reader, scope, eq(contracts.id, contractId));
}

export async function findContractByNumber(reader: Reader, scope: Scope, number: string) {
  return oneContract(reader, scope, eq(contracts.number, number));
}

export type Contract = NonNullable<Awaited<ReturnType<typeof findContract>>>;

async function oneContract(reader: Reader, scope: Scope, condition: SQL) {
  const [row] = await reader
    .select({ contract: contracts, vendorCode: vendors.code, vendorName: vendors.name })
    .from(contracts)
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(and(condition, contractsWithin(scope)));
  if (!row) return null;
  return { ...row.contract, vendorCode: row.vendorCode, vendorName: row.vendorName };
}

/** The fees by month of contracts that a query has already found within the scope. */
export async function feesOfContracts(reader: Reader, contractIds: readonly number[]) {
  if (contractIds.length === 0) return [];
  return reader
    .select()
    .from(contractFees)
    .where(inArray(contractFees.contractId, [...contractIds]))
    .orderBy(asc(contractFees.contractId), asc(contractFees.period));
}

/** The volumes by month of a contract found within the scope. */
export async function volumesOfContract(reader: Reader, contractId: number) {
  return reader
    .select({ period: contractVolumes.period, volume: contractVolumes.volume })
    .from(contractVolumes)
    .where(eq(contractVolumes.contractId, contractId))
    .orderBy(asc(contractVolumes.period));
}

/** What a contract found within the scope covers. */
export async function scopeOfContract(reader: Reader, contractId: number) {
  return reader
    .select({
      serviceId: contractScopes.serviceId,
      serviceCode: services.code,
      serviceEn: services.nameEn,
      serviceZh: services.nameZh,
      marketId: contractScopes.marketId,
      marketCode: markets.code,
      marketEn: markets.nameEn,
      marketZh: markets.nameZh,
    })
    .from(contractScopes)
    .innerJoin(services, eq(services.id, contractScopes.serviceId))
    .leftJoin(markets, eq(markets.id, contractScopes.marketId))
    .where(eq(contractScopes.contractId, contractId))
    .orderBy(asc(services.code), asc(markets.code));
}

function contractCondition(
  reader: Reader,
  scope: Scope,
  { search, filters }: ContractListQuery,
  today: string,
  among: readonly number[] | null,
): SQL | undefined {
  return and(
    contractsWithin(scope),
    among === null ? undefined : inArray(contracts.id, [...among]),
    holdsText(search, contracts.number, contracts.title, vendors.name, vendors.code),
    standsAs(
      contractStandings.filter((one) => filters.state.includes(one)),
      today,
    ),
    filters.vendor.length === 0 ? undefined : inArray(vendors.code, filters.vendor),
    filters.currency.length === 0 ? undefined : inArray(contracts.currency, filters.currency),
    filters.service.length === 0
      ? undefined
      : exists(
          reader
            .select({ one: sql`1` })
            .from(contractScopes)
            .innerJoin(services, eq(services.id, contractScopes.serviceId))
            .where(
              and(
                eq(contractScopes.contractId, contracts.id),
                inArray(services.code, filters.service),
              ),
            ),
        ),
  );
}

function contractOrder({ sort, dir }: ContractListQuery): SQL[] {
  const columns = {
    number: contracts.number,
    title: contracts.title,
    vendor: vendors.name,
    starts: contracts.startsOn,
    ends: contracts.endsOn,
  };
  const column = columns[sort];
  const first = dir === 'asc' ? sql`${column} asc nulls last` : sql`${column} desc nulls last`;
  return [first, asc(contracts.id)];
}
