import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { people } from '~db/schema/auth';
import { contracts, slaTerms, slaTermVersions } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { services } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { contractsWithin, isAgreed } from './agreed.server';
import type { SlaTerm } from './sla-term';
import { hasNotEnded } from './standing.server';
import { termOf } from './term-record';

export type TermVersion = {
  id: number;
  version: number;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  replacedAt: string | null;
  reason: string | null;
  createdAt: string;
  changedBy: string | null;
  term: SlaTerm;
};

/** A term of a contract with all its versions, in the order in which they were made. */
export type Term = {
  id: number;
  contractId: number;
  position: number;
  withdrawnAt: string | null;
  kpiId: number;
  kpi: string;
  kpiEn: string;
  kpiZh: string;
  unit: string;
  service: string | null;
  serviceEn: string | null;
  serviceZh: string | null;
  market: string | null;
  marketEn: string | null;
  marketZh: string | null;
  versions: TermVersion[];
};

/** All terms of contracts within the scope, in the contracts' order, in one query. */
export async function termsOfContracts(
  reader: Reader,
  scope: Scope,
  contractIds: readonly number[],
): Promise<Term[]> {
  if (contractIds.length === 0) return [];
  return terms(reader, scope, inArray(slaTerms.contractId, [...contractIds]));
}

export async function findTerm(
  reader: Reader,
  scope: Scope,
  contractId: number,
  termId: number,
): Promise<Term | null> {
  const found = await terms(
    reader,
    scope,
    and(eq(slaTerms.contractId, contractId), eq(slaTerms.id, termId)),
  );
  return found[0] ?? null;
}

/** The terms of a vendor's or everybody's contracts in force on a day, each with its version of that day. */
export async function termsInForce(
  reader: Reader,
  scope: Scope,
  on: string,
  vendorId: number | null = null,
): Promise<(Term & { version: TermVersion })[]> {
  const found = await terms(
    reader,
    scope,
    and(
      vendorId === null ? undefined : eq(contracts.vendorId, vendorId),
      isAgreed,
      sql`${contracts.startsOn} <= ${on}`,
      hasNotEnded(on),
      isNull(slaTerms.withdrawnAt),
      isNull(slaTermVersions.replacedAt),
      sql`coalesce(${slaTermVersions.effectiveFrom}, ${on}) <= ${on}`,
      sql`coalesce(${slaTermVersions.effectiveTo}, ${on}) >= ${on}`,
    ),
  );
  return found.flatMap((term) => term.versions.map((version) => ({ ...term, version })));
}

async function terms(reader: Reader, scope: Scope, condition: SQL | undefined): Promise<Term[]> {
  const rows = await reader
    .select({
      term: slaTerms,
      version: slaTermVersions,
      kpi: { code: kpis.code, nameEn: kpis.nameEn, nameZh: kpis.nameZh, unit: kpis.unit },
      service: { code: services.code, nameEn: services.nameEn, nameZh: services.nameZh },
      market: { code: markets.code, nameEn: markets.nameEn, nameZh: markets.nameZh },
      changedBy: people.name,
    })
    .from(slaTerms)
    .innerJoin(contracts, eq(contracts.id, slaTerms.contractId))
    .innerJoin(slaTermVersions, eq(slaTermVersions.termId, slaTerms.id))
    .innerJoin(kpis, eq(kpis.id, slaTerms.kpiId))
    .leftJoin(services, eq(services.id, slaTerms.serviceId))
    .leftJoin(markets, eq(markets.id, slaTerms.marketId))
    .leftJoin(people, eq(people.id, slaTermVersions.createdBy))
    .where(and(contractsWithin(scope), condition))
    .orderBy(asc(slaTerms.contractId), asc(slaTerms.position), asc(slaTermVersions.version));
  const found = new Map<number, Term>();
  for (const row of rows) {
    const term = found.get(row.term.id) ?? newTerm(row);
    found.set(term.id, term);
    term.versions.push(versionOf(row));
  }
  return [...found.values()];
}

type Named = { code: string; nameEn: string; nameZh: string };
type Row = {
  term: typeof slaTerms.$inferSelect;
  version: typeof slaTermVersions.$inferSelect;
  kpi: Named & { unit: string };
  service: Named | null;
  market: Named | null;
  changedBy: string | null;
};

function newTerm({ term, kpi, service, market }: Row): Term {
  return {
    id: term.id,
    contractId: term.contractId,
    position: term.position,
    withdrawnAt: term.withdrawnAt,
    kpiId: term.kpiId,
    kpi: kpi.code,
    kpiEn: kpi.nameEn,
    kpiZh: kpi.nameZh,
    unit: kpi.unit,
    service: service?.code ?? null,
    serviceEn: service?.nameEn ?? null,
    serviceZh: service?.nameZh ?? null,
    market: market?.code ?? null,
    marketEn: market?.nameEn ?? null,
    marketZh: market?.nameZh ?? null,
    versions: [],
  };
}

function versionOf({ version, kpi, service, market, changedBy }: Row): TermVersion {
  const { id, effectiveFrom, effectiveTo, replacedAt, reason, createdAt } = version;
  return {
    id,
    version: version.version,
    effectiveFrom,
    effectiveTo,
    replacedAt,
    reason,
    createdAt,
    changedBy,
    term: termOf({
      kpi: kpi.code,
      service: service?.code ?? null,
      market: market?.code ?? null,
      effectiveFrom,
      effectiveTo,
      document: version.document,
    }),
  };
}
