import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { actions } from '~db/schema/actions';
import { chunks } from '~/shared/chunks';
import { people } from '~db/schema/auth';
import { earlierRankings, proposalCauses, proposals, switchPlans } from '~db/schema/fallback';
import { markets } from '~db/schema/markets';
import { breaches } from '~db/schema/cases';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { isSnapshot, type ProposalSnapshot } from './proposal';
import { proposalsWithin } from './proposal-reach.server';

/** Why a proposal was made and what joined it since, in that order; breaches with how grave they are. */
export async function causesOfProposal(reader: Reader, proposalId: number) {
  return reader
    .select({
      id: proposalCauses.id,
      cause: proposalCauses.cause,
      joinedOn: proposalCauses.joinedOn,
      severity: breaches.severity,
    })
    .from(proposalCauses)
    .leftJoin(breaches, eq(breaches.id, proposalCauses.breachId))
    .where(eq(proposalCauses.proposalId, proposalId))
    .orderBy(asc(proposalCauses.joinedOn), asc(proposalCauses.key))
    .limit(500);
}

/** The fallback proposals within the scope that a breach has caused, the latest first: never for the vendor. */
export async function proposalsOfBreach(reader: Reader, scope: Scope, breachId: number) {
  return reader
    .selectDistinct({
      id: proposals.id,
      state: proposals.state,
      asOf: proposals.asOf,
      candidateCount: proposals.candidateCount,
      serviceEn: services.nameEn,
      serviceZh: services.nameZh,
      marketEn: markets.nameEn,
      marketZh: markets.nameZh,
    })
    .from(proposalCauses)
    .innerJoin(proposals, eq(proposals.id, proposalCauses.proposalId))
    .innerJoin(services, eq(services.id, proposals.serviceId))
    .leftJoin(markets, eq(markets.id, proposals.marketId))
    .where(and(eq(proposalCauses.breachId, breachId), proposalsWithin(scope)))
    .orderBy(desc(proposals.asOf), asc(markets.nameEn));
}

/** What a proposal said before it was ranked again, the latest first. */
export async function earlierRankingsOf(reader: Reader, proposalId: number) {
  return reader
    .select({
      id: earlierRankings.id,
      asOf: earlierRankings.asOf,
      replacedAt: earlierRankings.replacedAt,
    })
    .from(earlierRankings)
    .where(eq(earlierRankings.proposalId, proposalId))
    .orderBy(desc(earlierRankings.replacedAt))
    .limit(100);
}

/** One of them as it was; null when it is not there. */
export async function findEarlierRanking(
  reader: Reader,
  proposalId: number,
  rankingId: number,
): Promise<ProposalSnapshot | null> {
  const [row] = await reader
    .select({ snapshot: earlierRankings.snapshot })
    .from(earlierRankings)
    .where(and(eq(earlierRankings.id, rankingId), eq(earlierRankings.proposalId, proposalId)));
  const snapshot: unknown = row?.snapshot;
  return isSnapshot(snapshot) ? snapshot : null;
}

/** The switches that a decision began, each with its steps in order. */
export async function plansOfProposal(reader: Reader, proposalId: number) {
  const plans = await reader
    .select({ plan: switchPlans, candidate: vendors.name })
    .from(switchPlans)
    .innerJoin(vendors, eq(vendors.id, switchPlans.candidateId))
    .where(eq(switchPlans.proposalId, proposalId))
    .orderBy(asc(vendors.name));
  if (plans.length === 0) return [];
  const steps = await reader
    .select({ step: actions, owner: people.name })
    .from(actions)
    .leftJoin(people, eq(people.id, actions.ownerId))
    .where(
      and(
        eq(actions.origin, 'switch'),
        inArray(
          actions.originId,
          plans.map(({ plan }) => plan.id),
        ),
      ),
    )
    .orderBy(asc(actions.position));
  return plans.map(({ plan, candidate }) => ({
    ...plan,
    candidate,
    steps: steps
      .filter(({ step }) => step.originId === plan.id)
      .map(({ step, owner }) => ({ ...step, owner: owner ?? step.ownerName })),
  }));
}

/**
 * A snapshot as a reader may see it: who fails a gate and is out of reach is counted and not named to them, and the failing
 * vendor is not asked why it does not replace itself. Candidates are named: they are what the reader decides on.
 */
export async function snapshotWithin(
  reader: Reader,
  scope: Scope,
  { excluded, behind, nearestMisses, ...snapshot }: ProposalSnapshot,
): Promise<{ shown: ProposalSnapshot; unnamed: number }> {
  const failed = [...excluded, ...(behind?.excluded ?? [])]
    .map(({ vendor }) => vendor.id)
    .filter((id) => id !== snapshot.incumbent.vendor.id);
  const seen = await vendorsWithin(reader, scope, failed);
  const isSeen = ({ vendor }: { vendor: { id: number } }) => seen.has(vendor.id);
  const shown = {
    ...snapshot,
    excluded: excluded.filter(isSeen),
    ...(behind && { behind: { ...behind, excluded: behind.excluded.filter(isSeen) } }),
    nearestMisses: nearestMisses.filter((id) => seen.has(id)),
  };
  return { shown, unnamed: failed.length - seen.size };
}

async function vendorsWithin(
  reader: Reader,
  scope: Scope,
  vendorIds: readonly number[],
): Promise<Set<number>> {
  if (scope.kind === 'everything' || vendorIds.length === 0) return new Set(vendorIds);
  const seen = new Set<number>();
  for (const some of chunks(vendorIds)) {
    const rows = await reader
      .select({ id: vendors.id })
      .from(vendors)
      .where(and(inArray(vendors.id, [...some]), withinScope(scope, vendors.id)));
    for (const { id } of rows) seen.add(id);
  }
  return seen;
}
