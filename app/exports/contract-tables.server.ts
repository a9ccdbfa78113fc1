import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { formatMinor } from '~/shared/money';
import { contractsWithin } from '~/contracts/agreed.server';
import { contracts, contractScopes, slaTerms, slaTermVersions } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { afterLast, exportTable, type Ask, type TableRows } from './export-table.server';

const CONTRACTS_AT_ONCE = 20;

type Contract = Awaited<ReturnType<typeof readContracts>>[number];

/** Contracts chunk by chunk in the order of their numbers: what hangs on them is read a chunk at a time. */
export function contractChunks(reader: Reader, scope: Scope): AsyncGenerator<Contract[]> {
  return afterLast(CONTRACTS_AT_ONCE, (last: Contract | undefined) =>
    readContracts(reader, scope, {
      where: gt(contracts.number, last?.contract.number ?? ''),
      orderBy: [asc(contracts.number)],
      limit: CONTRACTS_AT_ONCE,
    }),
  );
}

async function readContracts(reader: Reader, scope: Scope, { where, orderBy, limit }: Ask) {
  const query = reader
    .select({ contract: contracts, vendor: vendors.code })
    .from(contracts)
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(and(where, contractsWithin(scope)))
    .orderBy(...orderBy)
    .$dynamic();
  return limit === undefined ? query : query.limit(limit);
}

/** An amount of a contract with its currency's decimals. */
export function amount(minor: number | null, currency: string): string | null {
  return minor === null ? null : formatMinor(minor, currency);
}

export type ContractRow = Contract & { services: string[]; markets: string[] };

/** Contracts with the services and markets that they cover. */
export const contractRows: TableRows<ContractRow> = {
  columns: {
    number: (row) => row.contract.number,
    title: (row) => row.contract.title,
    vendor: (row) => row.vendor,
    state: (row) => row.contract.state,
    starts: (row) => row.contract.startsOn,
    ends: (row) => row.contract.endsOn,
    terminated: (row) => row.contract.terminatedOn,
    renewal: (row) => row.contract.renewal,
    notice_days: (row) => row.contract.noticeDays,
    services: (row) => row.services,
    markets: (row) => row.markets,
    currency: (row) => row.contract.currency,
    fee: ({ contract }) => amount(contract.feeMinor, contract.currency),
    credit_cap_percent: (row) => row.contract.creditCapPercent,
    credit_minimum: ({ contract }) => amount(contract.creditMinimumMinor, contract.currency),
    at_risk_percent: (row) => row.contract.atRiskPercent,
    report_due_day: (row) => row.contract.reportDueDay,
    report_due_business_day: (row) => row.contract.reportDueBusinessDay,
    grace_days: (row) => row.contract.graceDays,
    time_zone: (row) => row.contract.timeZone,
  },
  read: async (reader, scope, ask) => withScopes(reader, await readContracts(reader, scope, ask)),
};

export const contractTable = exportTable(contractRows.columns, async function* (reader, scope) {
  for await (const rows of contractChunks(reader, scope)) yield await withScopes(reader, rows);
});

async function withScopes(reader: Reader, rows: Contract[]): Promise<ContractRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ contract }) => contract.id);
  const scopes = await reader
    .select({
      contractId: contractScopes.contractId,
      service: services.code,
      market: markets.code,
    })
    .from(contractScopes)
    .innerJoin(services, eq(services.id, contractScopes.serviceId))
    .leftJoin(markets, eq(markets.id, contractScopes.marketId))
    .where(inArray(contractScopes.contractId, ids))
    .orderBy(asc(services.code), asc(markets.code));
  return rows.map((row) => {
    const own = scopes.filter(({ contractId }) => contractId === row.contract.id);
    return {
      ...row,
      services: [...new Set(own.map(({ service }) => service))],
      markets: [...new Set(own.flatMap(({ market }) => (market === null ? [] : [market])))],
    };
  });
}

type TermRow = Awaited<ReturnType<typeof termsOf>>[number];

/** Every version of every term; the document is the term as contract documents write it. */
export const termTable = exportTable<TermRow>(
  {
    vendor: (row) => row.vendor,
    contract: (row) => row.contract,
    term: (row) => row.term,
    version: (row) => row.version.version,
    kpi: (row) => row.kpi,
    service: (row) => row.service,
    market: (row) => row.market,
    effective_from: (row) => row.version.effectiveFrom,
    effective_to: (row) => row.version.effectiveTo,
    reason: (row) => row.version.reason,
    document: (row) => row.version.document,
  },
  async function* (reader, scope) {
    for await (const rows of contractChunks(reader, scope))
      yield await termsOf(
        reader,
        rows.map(({ contract }) => contract.id),
      );
  },
);

async function termsOf(reader: Reader, contractIds: number[]) {
  return reader
    .select({
      vendor: vendors.code,
      contract: contracts.number,
      term: slaTerms.position,
      kpi: kpis.code,
      service: services.code,
      market: markets.code,
      version: slaTermVersions,
    })
    .from(slaTerms)
    .innerJoin(contracts, eq(contracts.id, slaTerms.contractId))
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .innerJoin(kpis, eq(kpis.id, slaTerms.kpiId))
    .innerJoin(slaTermVersions, eq(slaTermVersions.termId, slaTerms.id))
    .leftJoin(services, eq(services.id, slaTerms.serviceId))
    .leftJoin(markets, eq(markets.id, slaTerms.marketId))
    .where(and(inArray(slaTerms.contractId, contractIds), isNull(slaTerms.withdrawnAt)))
    .orderBy(asc(contracts.number), asc(slaTerms.position), asc(slaTermVersions.version));
}
