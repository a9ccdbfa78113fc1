import { and, asc, eq, inArray, SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { isCountry } from '~/shared/country-codes';
import { marketTree } from '~/vendors/market-tree';
import { grouped } from '~/shared/grouped';
import { clauseRequirements, clauses, contractClauses, contractData } from '~db/schema/clauses';
import { contracts, contractScopes } from '~db/schema/contracts';
import { markets } from '~db/schema/markets';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { coverageOf, missingRequiredClauses, type ClauseGap } from './clause-checklist';
import {
  countriesOf,
  requiredClauses,
  type ClauseFacts,
  type RequiredClause,
  type RequiredSets,
} from './required-clauses';
import type { TransferMechanism } from './data-transfer';

/** The clauses of a contract as they stand: what is required, what is missing of it, and what its data is. */
export type ClauseStanding = {
  facts: ClauseFacts;
  /** What was said of the contract's data; null while nobody has said anything, which counts as business data. */
  data: typeof contractData.$inferSelect | null;
  required: RequiredClause[];
  gaps: ClauseGap[];
  coverage: ReturnType<typeof coverageOf>;
};

/** What a contract within the scope lacks before it can be signed; null where it is not there. */
export async function clauseStandingOf(
  reader: Reader,
  scope: Scope,
  contractId: number,
): Promise<ClauseStanding | null> {
  const standings = await clauseStandings(reader, scope, [contractId]);
  return standings.get(contractId) ?? null;
}

/** The same for many contracts, named by their keys or by a condition on them, in six queries. */
export async function clauseStandings(
  reader: Reader,
  scope: Scope,
  wanted: readonly number[] | SQL,
): Promise<Map<number, ClauseStanding>> {
  const within = and(
    withinScope(scope, contracts.vendorId),
    wanted instanceof SQL ? wanted : inArray(contracts.id, [...wanted]),
  );
  const rows = await reader
    .select({ id: contracts.id, country: vendors.country, data: contractData })
    .from(contracts)
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .leftJoin(contractData, eq(contractData.contractId, contracts.id))
    .where(within);
  const found = reader.select({ id: contracts.id }).from(contracts).where(within);
  const places = await reader
    .select({
      contractId: contractScopes.contractId,
      serviceId: contractScopes.serviceId,
      marketId: contractScopes.marketId,
    })
    .from(contractScopes)
    .where(inArray(contractScopes.contractId, found));
  const checks = await reader
    .select({
      contractId: contractClauses.contractId,
      clauseId: contractClauses.clauseId,
      state: contractClauses.state,
    })
    .from(contractClauses)
    .where(inArray(contractClauses.contractId, found));
  const sets = await loadRequiredSets(reader);
  const placesBy = grouped(places, ({ contractId }) => contractId);
  const checksBy = grouped(checks, ({ contractId }) => contractId);
  return new Map(
    rows.map(({ id, country, data }) => {
      const own = placesBy.get(id) ?? [];
      const facts = factsOf(own, country, data, sets);
      const required = requiredClauses(facts, sets);
      const checked = checksBy.get(id) ?? [];
      const gaps = missingRequiredClauses(required, checked, data?.mechanisms ?? NO_MECHANISM);
      const coverage = coverageOf(required, checked, gaps);
      return [id, { facts, data, required, gaps, coverage }];
    }),
  );
}

const NO_MECHANISM: readonly TransferMechanism[] = [];

type LoadedSets = RequiredSets & { countries: ReadonlyMap<number, string> };

async function loadRequiredSets(reader: Reader): Promise<LoadedSets> {
  const places = await reader
    .select({
      id: markets.id,
      parentId: markets.parentId,
      code: markets.code,
      level: markets.level,
    })
    .from(markets);
  return {
    tree: marketTree(places),
    countries: new Map(
      places
        .filter(({ level, code }) => level === 'country' && isCountry(code))
        .map(({ id, code }) => [id, code]),
    ),
    clauses: await reader
      .select({ id: clauses.id, code: clauses.code })
      .from(clauses)
      .orderBy(asc(clauses.position), asc(clauses.code)),
    requirements: await reader.select().from(clauseRequirements),
  };
}

function factsOf(
  places: ClauseFacts['places'],
  vendorCountry: string | null,
  data: ClauseStanding['data'],
  { countries, tree }: LoadedSets,
): ClauseFacts {
  return {
    places,
    dataKind: data?.dataKind ?? 'business',
    collectedIn: countriesOf(
      places.map(({ marketId }) => marketId),
      countries,
      tree,
    ),
    workedOnIn: [
      ...new Set([...(vendorCountry ? [vendorCountry] : []), ...(data?.workedOnIn ?? [])]),
    ],
  };
}
