import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { holdsText } from '~/shared/holds-text.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { people } from '~db/schema/auth';
import { proposalCauses, proposals } from '~db/schema/fallback';
import { markets } from '~db/schema/markets';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { causeKinds } from './cause';
import { isSnapshot, proposalStates, type ProposalSnapshot } from './proposal';
import { proposalsWithin } from './proposal-reach.server';

type Sort = 'created' | 'vendor' | 'candidates';
type Filter = 'state' | 'vendor' | 'service' | 'market' | 'cause' | 'candidates';
export type ProposalListQuery = ListQuery<Sort, Filter>;

/** What the list of proposals may be asked for; vendors, services and markets by their codes. */
export const proposalListSpec: ListSpec<Sort, Filter> = {
  sorts: ['created', 'vendor', 'candidates'],
  defaultSort: '-created',
  filters: {
    state: proposalStates,
    vendor: 'any',
    service: 'any',
    market: 'any',
    cause: causeKinds,
    candidates: ['none'],
  },
};

/** A page of proposals, without their snapshots: open ones first. */
export async function listProposals(
  reader: Reader,
  scope: Scope,
  query: ProposalListQuery,
  window: { offset: number; limit: number } = pageWindow(query),
) {
  return reader
    .select({
      id: proposals.id,
      state: proposals.state,
      asOf: proposals.asOf,
      createdAt: proposals.createdAt,
      decidedAt: proposals.decidedAt,
      decider: people.name,
      candidateCount: proposals.candidateCount,
      leaderScore: proposals.leaderScore,
      leader: sql<string | null>`(select l.name from vendors l where l.id = ${proposals.leaderId})`,
      vendor: { code: vendors.code, name: vendors.name },
      service: { code: services.code, nameEn: services.nameEn, nameZh: services.nameZh },
      market: { code: markets.code, nameEn: markets.nameEn, nameZh: markets.nameZh },
    })
    .from(proposals)
    .innerJoin(vendors, eq(vendors.id, proposals.vendorId))
    .innerJoin(services, eq(services.id, proposals.serviceId))
    .leftJoin(markets, eq(markets.id, proposals.marketId))
    .leftJoin(people, eq(people.id, proposals.decidedBy))
    .where(and(proposalsWithin(scope), condition(query)))
    .orderBy(...order(query))
    .limit(window.limit)
    .offset(window.offset);
}

export async function countProposals(
  reader: Reader,
  scope: Scope,
  query: ProposalListQuery,
): Promise<number> {
  const [row] = await reader
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(proposals)
    .innerJoin(vendors, eq(vendors.id, proposals.vendorId))
    .innerJoin(services, eq(services.id, proposals.serviceId))
    .leftJoin(markets, eq(markets.id, proposals.marketId))
    .where(and(proposalsWithin(scope), condition(query)));
  return row?.count ?? 0;
}

/** How many causes of each kind the proposals of a page have, by proposal. */
export async function causeCounts(reader: Reader, proposalIds: readonly number[]) {
  const counts = new Map<number, { kind: (typeof causeKinds)[number]; count: number }[]>();
  if (proposalIds.length === 0) return counts;
  const rows = await reader
    .select({
      proposalId: proposalCauses.proposalId,
      kind: proposalCauses.kind,
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(proposalCauses)
    .where(inArray(proposalCauses.proposalId, [...proposalIds]))
    .groupBy(proposalCauses.proposalId, proposalCauses.kind);
  for (const { proposalId, ...count } of rows)
    counts.set(proposalId, [...(counts.get(proposalId) ?? []), count]);
  return counts;
}

/** The vendors, services and markets that proposals speak of, for the list's filters. */
export async function proposalChoices(reader: Reader, scope: Scope) {
  return reader
    .selectDistinct({
      vendor: { code: vendors.code, name: vendors.name },
      service: { code: services.code, nameEn: services.nameEn, nameZh: services.nameZh },
      market: { code: markets.code, nameEn: markets.nameEn, nameZh: markets.nameZh },
    })
    .from(proposals)
    .innerJoin(vendors, eq(vendors.id, proposals.vendorId))
    .innerJoin(services, eq(services.id, proposals.serviceId))
    .leftJoin(markets, eq(markets.id, proposals.marketId))
    .where(proposalsWithin(scope))
    .orderBy(asc(vendors.name), asc(services.code), asc(markets.code))
    .limit(5000);
}

/** One proposal with its snapshot; null when it is not there or out of reach. */
export async function findProposal(reader: Reader, scope: Scope, proposalId: number) {
  const [row] = await reader
    .select({ proposal: proposals, decider: people.name })
    .from(proposals)
    .leftJoin(markets, eq(markets.id, proposals.marketId))
    .leftJoin(people, eq(people.id, proposals.decidedBy))
    .where(and(eq(proposals.id, proposalId), proposalsWithin(scope)));
  if (!row) return null;
  const snapshot: unknown = row.proposal.snapshot;
  if (!isSnapshot(snapshot)) throw new Error(`proposal ${proposalId} can't be read`);
  return { ...row.proposal, decider: row.decider, snapshot };
}

export type Proposal = NonNullable<Awaited<ReturnType<typeof findProposal>>> & {
  snapshot: ProposalSnapshot;
};

function condition({ search, filters }: ProposalListQuery): SQL | undefined {
  const states = proposalStates.filter((state) => filters.state.includes(state));
  const causes = causeKinds.filter((kind) => filters.cause.includes(kind));
  return and(
    named(search),
    states.length > 0 ? inArray(proposals.state, states) : undefined,
    filters.vendor.length > 0 ? inArray(vendors.code, filters.vendor) : undefined,
    filters.service.length > 0 ? inArray(services.code, filters.service) : undefined,
    filters.market.length > 0 ? inArray(markets.code, filters.market) : undefined,
    filters.candidates.length > 0 ? eq(proposals.candidateCount, 0) : undefined,
    causes.length > 0
      ? sql`exists (select 1 from proposal_causes where proposal_causes.proposal_id = ${proposals.id}
          and ${inArray(proposalCauses.kind, causes)})`
      : undefined,
  );
}

/** The name of the vendor, service or market holds the text, or the market's code. */
function named(search: string): SQL | undefined {
  const columns = [vendors.name, vendors.code, services.nameEn, services.nameZh];
  const places = [markets.nameEn, markets.nameZh, markets.code];
  return holdsText(search, ...columns, ...places);
}

function order({ sort, dir }: ProposalListQuery): SQL[] {
  const by = dir === 'asc' ? asc : desc;
  const first: Record<Sort, SQL> = {
    created: by(proposals.createdAt),
    vendor: by(vendors.name),
    candidates: by(proposals.candidateCount),
  };
  const openFirst = sql`case when ${proposals.state} = 'open' then 0 else 1 end`;
  return [
    openFirst,
    first[sort],
    asc(vendors.name),
    sql`${asc(markets.code)} nulls first`,
    asc(proposals.id),
  ];
}
