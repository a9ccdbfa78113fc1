import { asc, eq } from 'drizzle-orm';
import { canonical } from '~/audit/entry';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { earlierRankings, proposalCauses, proposals } from '~db/schema/fallback';
import type { Tx } from '~db/store.server';
import { findProposal } from './proposal-queries.server';
import { measureOf, rankFallback } from './rank-fallback.server';
import { settleGap } from './settle-gap.server';
import { tallyOf } from './tally';

/**
 * Ranks an open proposal as of another day or on newer data, measured by what it was measured by. What it said before
 * stays readable beside it; where nothing has changed, nothing is written.
 */
export async function rankAgain(tx: Tx, act: Act, proposalId: number, asOf: string): Promise<void> {
  const proposal = await findProposal(tx, act.scope, proposalId);
  if (!proposal) return;
  const { snapshot: before } = proposal;
  const causes = await tx
    .select({ cause: proposalCauses.cause })
    .from(proposalCauses)
    .where(eq(proposalCauses.proposalId, proposalId))
    .orderBy(asc(proposalCauses.joinedOn), asc(proposalCauses.key));
  const ranked = await rankFallback(tx, proposal, {
    ...measureOf(before),
    causes: causes.map(({ cause }) => cause),
    asOf,
  });
  if (!ranked.ok) return;
  const after = ranked.value;
  if (canonical({ ...after, causes: [] }) === canonical({ ...before, causes: [] })) return;
  await tx.insert(earlierRankings).values({
    proposalId,
    asOf: before.asOf,
    snapshot: before,
    replacedAt: act.now.toISOString(),
  });
  const [leader] = after.candidates;
  await tx
    .update(proposals)
    .set({
      snapshot: after,
      asOf,
      candidateCount: tallyOf(after).candidates,
      leaderId: leader?.vendor.id ?? null,
      leaderScore: leader?.score ?? null,
    })
    .where(eq(proposals.id, proposalId));
  await settleGap(tx, { proposalId, ...proposal }, after);
  await record(tx, act, {
    action: 'proposal.ranked_again',
    entity: 'proposal',
    entityId: proposalId,
    vendorId: proposal.vendorId,
    before: { asOf: before.asOf, candidates: before.candidates.map(({ vendor }) => vendor.code) },
    after: { asOf, candidates: after.candidates.map(({ vendor }) => vendor.code) },
  });
}
