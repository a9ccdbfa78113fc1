import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { marketWithin } from '~/auth/scope.server';
import { proposals, switchPlans } from '~db/schema/fallback';
import { markets } from '~db/schema/markets';
import { offerings } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { MarketAsked } from './candidate';
import { marketAsked } from './service-register.server';
import type { DecidedScope } from './settled';

/** A service that a vendor offers in a market, and what it carries there. */
export type Served = {
  serviceId: number;
  marketId: number;
  market: MarketAsked;
  sharePercent: string | null;
};

/** What vendors offer where, by vendor. */
export async function servedBy(
  reader: Reader,
  vendorIds: readonly number[],
): Promise<Map<number, Served[]>> {
  const served = new Map<number, Served[]>();
  if (vendorIds.length === 0) return served;
  const rows = await reader
    .select({ offering: offerings, market: markets })
    .from(offerings)
    .innerJoin(markets, eq(markets.id, offerings.marketId))
    .where(inArray(offerings.vendorId, [...new Set(vendorIds)]))
    .orderBy(asc(offerings.serviceId), asc(markets.code));
  for (const { offering, market } of rows) {
    const { vendorId, serviceId, marketId, sharePercent } = offering;
    const own = served.get(vendorId) ?? [];
    served.set(vendorId, own);
    own.push({ serviceId, marketId, sharePercent, market: marketAsked(market) });
  }
  return served;
}

/** Which of these markets are within reach: of what is offered elsewhere nobody asks for a proposal. */
export async function reachedMarkets(
  reader: Reader,
  scope: Scope,
  marketIds: readonly number[],
): Promise<Set<number>> {
  if (marketIds.length === 0) return new Set();
  const rows = await reader
    .select({ id: markets.id })
    .from(markets)
    .where(and(inArray(markets.id, [...new Set(marketIds)]), marketWithin(scope)));
  return new Set(rows.map(({ id }) => id));
}

/** The markets that contain each of these, nearest first. */
export async function ancestorsOfMarkets(
  reader: Reader,
  marketIds: readonly number[],
): Promise<(marketId: number) => readonly number[]> {
  if (marketIds.length === 0) return () => [];
  const rows = await reader
    .select()
    .from(markets)
    .where(inArray(markets.id, [...new Set(marketIds)]));
  const above = new Map(rows.map((row) => [row.id, marketAsked(row).ancestors]));
  return (marketId) => above.get(marketId) ?? [];
}

/** What has been decided about vendors' failures, and what became of the switches. */
export async function decidedScopes(
  reader: Reader,
  vendorIds: readonly number[],
): Promise<DecidedScope[]> {
  if (vendorIds.length === 0) return [];
  const rows = await reader
    .select({
      vendorId: proposals.vendorId,
      serviceId: proposals.serviceId,
      marketId: proposals.marketId,
      decidedAt: proposals.decidedAt,
      switchState: switchPlans.state,
      finishedOn: switchPlans.finishedOn,
    })
    .from(proposals)
    .leftJoin(switchPlans, eq(switchPlans.proposalId, proposals.id))
    .where(and(ne(proposals.state, 'open'), inArray(proposals.vendorId, [...new Set(vendorIds)])));
  return rows.map(({ decidedAt, switchState, finishedOn, ...scope }) => ({
    ...scope,
    decidedOn: (decidedAt ?? '').slice(0, 10),
    switchRuns: switchState === 'running',
    switchedOn: switchState === 'done' ? finishedOn : null,
  }));
}
