import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { people } from '~db/schema/auth';
import { clauseRequirements, clauses, clauseTexts, contractClauses } from '~db/schema/clauses';
import { contracts } from '~db/schema/contracts';
import { markets } from '~db/schema/markets';
import { services } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

/**
 * The library in its order, each clause with the version of its latest text and how many requirements name it. The outer
 * table is named by hand: in a query of one table, the builder leaves the table's name away, and the inner one would be meant.
 */
export async function listClauses(reader: Reader) {
  return reader
    .select({
      clause: clauses,
      version: sql<number>`(select max(${clauseTexts.version}) from ${clauseTexts}
        where ${clauseTexts.clauseId} = clauses.id)`.mapWith(Number),
      requirements: sql<number>`(select count(*) from ${clauseRequirements}
        where ${clauseRequirements.clauseId} = clauses.id)`.mapWith(Number),
    })
    .from(clauses)
    .orderBy(asc(clauses.position), asc(clauses.code));
}

export async function findClause(reader: Reader, clauseId: number) {
  const [clause] = await reader.select().from(clauses).where(eq(clauses.id, clauseId));
  return clause ?? null;
}

/** The texts of a clause, the latest first. */
export async function textsOfClause(reader: Reader, clauseId: number) {
  return reader
    .select({
      id: clauseTexts.id,
      version: clauseTexts.version,
      textEn: clauseTexts.textEn,
      textZh: clauseTexts.textZh,
      reason: clauseTexts.reason,
      createdAt: clauseTexts.createdAt,
      changedBy: people.name,
    })
    .from(clauseTexts)
    .leftJoin(people, eq(people.id, clauseTexts.createdBy))
    .where(eq(clauseTexts.clauseId, clauseId))
    .orderBy(desc(clauseTexts.version));
}

/** Where a clause is required, those for everywhere first. */
export async function requirementsOfClause(reader: Reader, clauseId: number) {
  return reader
    .select({
      requirement: clauseRequirements,
      serviceEn: services.nameEn,
      serviceZh: services.nameZh,
      marketEn: markets.nameEn,
      marketZh: markets.nameZh,
    })
    .from(clauseRequirements)
    .leftJoin(services, eq(services.id, clauseRequirements.serviceId))
    .leftJoin(markets, eq(markets.id, clauseRequirements.marketId))
    .where(eq(clauseRequirements.clauseId, clauseId))
    .orderBy(sql`${markets.path} asc nulls first`, sql`${services.code} asc nulls first`);
}

/** What was found in contracts within the scope, by contract and clause. */
export async function checksOfContracts(
  reader: Reader,
  scope: Scope,
  contractIds: readonly number[],
) {
  if (contractIds.length === 0) return [];
  return reader
    .select({
      contractId: contractClauses.contractId,
      clauseId: contractClauses.clauseId,
      state: contractClauses.state,
      comparedWith: contractClauses.comparedWith,
      place: contractClauses.place,
      text: contractClauses.text,
      reason: contractClauses.reason,
      checkedAt: contractClauses.checkedAt,
      checkedBy: people.name,
    })
    .from(contractClauses)
    .innerJoin(contracts, eq(contracts.id, contractClauses.contractId))
    .leftJoin(people, eq(people.id, contractClauses.checkedBy))
    .where(
      and(
        inArray(contractClauses.contractId, [...contractIds]),
        withinScope(scope, contracts.vendorId),
      ),
    );
}
