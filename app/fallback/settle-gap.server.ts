import { and, eq, inArray, isNull } from 'drizzle-orm';
import { proposals, sourcingGaps } from '~db/schema/fallback';
import type { Tx } from '~db/store.server';
import { marketKey, type ProposalScope } from './proposal-scope';

/**
 * A proposal without a candidate opens a sourcing gap, unless one is open for its vendor, service and market; one with a
 * candidate closes it.
 */
export async function settleGap(
  tx: Tx,
  scope: ProposalScope & { proposalId: number },
  { sourcingGap, asOf }: { sourcingGap: boolean; asOf: string },
): Promise<void> {
  const open = await tx
    .select({ id: sourcingGaps.id })
    .from(sourcingGaps)
    .innerJoin(proposals, eq(proposals.id, sourcingGaps.proposalId))
    .where(
      and(
        isNull(sourcingGaps.closedOn),
        eq(proposals.vendorId, scope.vendorId),
        eq(proposals.serviceId, scope.serviceId),
        eq(proposals.marketKey, marketKey(scope)),
      ),
    );
  const ids = open.map(({ id }) => id);
  if (!sourcingGap && ids.length > 0) {
    await tx.update(sourcingGaps).set({ closedOn: asOf }).where(inArray(sourcingGaps.id, ids));
  }
  if (sourcingGap && ids.length === 0) {
    const { proposalId, serviceId, marketId } = scope;
    await tx.insert(sourcingGaps).values({ proposalId, serviceId, marketId, openedOn: asOf });
  }
}
