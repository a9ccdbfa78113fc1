import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { marketTree } from '~/vendors/market-tree';
import { people } from '~db/schema/auth';
import { contracts } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import {
  adoptedTerms,
  adoptions,
  standardRunContracts,
  standardRuns,
  standards,
  standardTerms,
  standardTexts,
} from '~db/schema/standards';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { SlaTerm } from './sla-term';
import type { Standard, StandardText } from './standard';
import { termOf } from './term-record';

/** Every standard by name, with how many terms it has and how many contracts within the scope follow it. */
export async function listStandards(reader: Reader, scope: Scope) {
  return reader
    .select({
      standard: standards,
      marketEn: markets.nameEn,
      marketZh: markets.nameZh,
      terms: sql<number>`(select count(*) from ${standardTerms}
        where ${standardTerms.standardId} = ${standards.id})`.mapWith(Number),
      overrides: sql<number>`(select count(distinct ${standardTexts.marketId}) from ${standardTexts}
        inner join ${standardTerms} on ${standardTerms.id} = ${standardTexts.termId}
        where ${standardTerms.standardId} = ${standards.id}
        and ${standardTexts.marketId} <> ${standards.marketId})`.mapWith(Number),
      contracts: sql<number>`(select count(*) from ${adoptions}
        inner join ${contracts} on ${contracts.id} = ${adoptions.contractId}
        where ${adoptions.standardId} = ${standards.id}
        and ${withinScope(scope, contracts.vendorId)})`.mapWith(Number),
    })
    .from(standards)
    .innerJoin(markets, eq(markets.id, standards.marketId))
    .orderBy(asc(sql`lower(${standards.nameEn})`), asc(standards.code));
}

export async function findStandard(reader: Reader, standardId: number) {
  const [row] = await reader
    .select({ standard: standards, marketEn: markets.nameEn, marketZh: markets.nameZh })
    .from(standards)
    .innerJoin(markets, eq(markets.id, standards.marketId))
    .where(eq(standards.id, standardId));
  return row ? { ...row.standard, marketEn: row.marketEn, marketZh: row.marketZh } : null;
}

/** The terms of a standard in order, with what they measure. */
export async function termsOfStandard(reader: Reader, standardId: number) {
  return reader
    .select({
      id: standardTerms.id,
      position: standardTerms.position,
      kpi: kpis.code,
      kpiEn: kpis.nameEn,
      kpiZh: kpis.nameZh,
      unit: kpis.unit,
      service: services.code,
      market: markets.code,
    })
    .from(standardTerms)
    .innerJoin(kpis, eq(kpis.id, standardTerms.kpiId))
    .leftJoin(services, eq(services.id, standardTerms.serviceId))
    .leftJoin(markets, eq(markets.id, standardTerms.scopeMarketId))
    .where(eq(standardTerms.standardId, standardId))
    .orderBy(asc(standardTerms.position));
}

export type StandardWithTexts = Standard<SlaTerm> & {
  terms: Awaited<ReturnType<typeof termsOfStandard>>;
  texts: (StandardText<SlaTerm> & {
    reason: string;
    createdAt: string;
    changedBy: string | null;
  })[];
};

/** A standard with all that was ever said of its terms, as the rules read it; null where there is none. */
export async function loadStandard(
  reader: Reader,
  standardId: number,
): Promise<StandardWithTexts | null> {
  const standard = await findStandard(reader, standardId);
  if (!standard) return null;
  const terms = await termsOfStandard(reader, standardId);
  const rows = await reader
    .select({ text: standardTexts, changedBy: people.name })
    .from(standardTexts)
    .innerJoin(standardTerms, eq(standardTerms.id, standardTexts.termId))
    .leftJoin(people, eq(people.id, standardTexts.createdBy))
    .where(eq(standardTerms.standardId, standardId))
    .orderBy(asc(standardTexts.createdAt), asc(standardTexts.version));
  const byId = new Map(terms.map((term) => [term.id, term]));
  return {
    marketId: standard.marketId,
    termIds: terms.map(({ id }) => id),
    terms,
    texts: rows.map(({ text: { document, ...text }, changedBy }) => {
      const { kpi = '', service = null, market = null } = byId.get(text.termId) ?? {};
      const place = { kpi, service, market, effectiveFrom: null, effectiveTo: null };
      return { ...text, changedBy, said: document && termOf({ ...place, document }) };
    }),
  };
}

/** The tree of all markets, which standards are inherited along. */
export async function wholeTree(reader: Reader) {
  return marketTree(
    await reader.select({ id: markets.id, parentId: markets.parentId }).from(markets),
  );
}

/** The contracts within the scope that follow a standard, with how many of its terms they hold as their own. */
export async function adoptionsOfStandard(reader: Reader, scope: Scope, standardId: number) {
  return reader
    .select({
      adoption: adoptions,
      number: contracts.number,
      title: contracts.title,
      vendorName: vendors.name,
      marketEn: markets.nameEn,
      marketZh: markets.nameZh,
      own: sql<number>`(select count(*) from ${adoptedTerms}
        where ${adoptedTerms.adoptionId} = ${adoptions.id}
        and ${adoptedTerms.versionId} is null)`.mapWith(Number),
    })
    .from(adoptions)
    .innerJoin(contracts, eq(contracts.id, adoptions.contractId))
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .innerJoin(markets, eq(markets.id, adoptions.marketId))
    .where(and(eq(adoptions.standardId, standardId), withinScope(scope, contracts.vendorId)))
    .orderBy(asc(contracts.number));
}

/** Which terms of contracts stand for which of a standard; the contracts are found within the scope before. */
export async function adoptedTermsOf(
  reader: Reader,
  standardId: number,
  contractIds: readonly number[],
) {
  if (contractIds.length === 0) return [];
  return reader
    .select({
      contractId: adoptions.contractId,
      standardTermId: adoptedTerms.standardTermId,
      termId: adoptedTerms.termId,
      versionId: adoptedTerms.versionId,
    })
    .from(adoptedTerms)
    .innerJoin(adoptions, eq(adoptions.id, adoptedTerms.adoptionId))
    .where(
      and(eq(adoptions.standardId, standardId), inArray(adoptions.contractId, [...contractIds])),
    );
}

/** The latest runs of a standard, with how far each has come. */
export async function runsOfStandard(reader: Reader, standardId: number, limit: number) {
  const count = (condition: ReturnType<typeof sql>) =>
    sql<number>`sum(case when ${condition} then 1 else 0 end)`.mapWith(Number);
  return reader
    .select({
      id: standardRuns.id,
      kind: standardRuns.kind,
      effectiveFrom: standardRuns.effectiveFrom,
      reason: standardRuns.reason,
      createdAt: standardRuns.createdAt,
      by: people.name,
      contracts: sql<number>`count(${standardRunContracts.contractId})`.mapWith(Number),
      waiting: count(sql`${standardRunContracts.state} = 'waiting'`),
      refused: count(sql`${standardRunContracts.state} = 'refused'`),
    })
    .from(standardRuns)
    .leftJoin(people, eq(people.id, standardRuns.createdBy))
    .leftJoin(standardRunContracts, eq(standardRunContracts.runId, standardRuns.id))
    .where(eq(standardRuns.standardId, standardId))
    .groupBy(standardRuns.id, people.name)
    .orderBy(desc(standardRuns.createdAt))
    .limit(limit);
}

export async function findRun(reader: Reader, standardId: number, runId: number) {
  const [run] = await reader
    .select()
    .from(standardRuns)
    .where(and(eq(standardRuns.id, runId), eq(standardRuns.standardId, standardId)));
  return run ?? null;
}

/** How a run went for each contract within the scope. */
export async function contractsOfRun(reader: Reader, scope: Scope, runId: number) {
  return reader
    .select({
      contractId: contracts.id,
      number: contracts.number,
      title: contracts.title,
      vendorName: vendors.name,
      state: standardRunContracts.state,
      amendmentId: standardRunContracts.amendmentId,
      added: standardRunContracts.added,
      changed: standardRunContracts.changed,
      kept: standardRunContracts.kept,
      refusal: standardRunContracts.refusal,
    })
    .from(standardRunContracts)
    .innerJoin(contracts, eq(contracts.id, standardRunContracts.contractId))
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(and(eq(standardRunContracts.runId, runId), withinScope(scope, contracts.vendorId)))
    .orderBy(asc(contracts.number));
}

/** The standards that a contract within the scope follows. */
export async function standardsOfContract(reader: Reader, scope: Scope, contractId: number) {
  return reader
    .select({
      id: standards.id,
      nameEn: standards.nameEn,
      nameZh: standards.nameZh,
      marketEn: markets.nameEn,
      marketZh: markets.nameZh,
      since: adoptions.since,
    })
    .from(adoptions)
    .innerJoin(standards, eq(standards.id, adoptions.standardId))
    .innerJoin(markets, eq(markets.id, adoptions.marketId))
    .innerJoin(contracts, eq(contracts.id, adoptions.contractId))
    .where(and(eq(adoptions.contractId, contractId), withinScope(scope, contracts.vendorId)))
    .orderBy(asc(sql`lower(${standards.nameEn})`), asc(standards.code));
}
