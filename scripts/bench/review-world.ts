import { everything, type Act } from '~/auth/act';
import { quarterOf } from '~/packs/quarter';
import { planReviews } from '~/reviews/plan-review.server';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { periodOf, periodsBetween } from '~/shared/period';
import { randomId } from '~db/columns';
import { slaTerms, slaTermVersions } from '~db/schema/contracts';
import { kpis, readings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import type { Store } from '~db/store.server';
import { addMarkets, asOf, fillWorld, now, termDocument, type World } from './world';

export const MARKETS = 12;
export const MONTHS = 36;
const LAST = periodOf(2023, 12);

export const act: Act = { actor: { kind: 'job', job: 'bench' }, now, scope: everything };

/** A vendor with so many terms over twelve markets and three years, evaluated, and the planned review of its last quarter. */
export async function planLargeReview(store: Store, terms: number): Promise<number> {
  const world = await fillWorld(store, {
    vendors: 1,
    kpis: Math.max(1, Math.ceil(terms / MARKETS)),
    months: MONTHS,
  });
  await spreadOverMarkets(store, world, terms);
  await evaluateDueContracts(store, now, asOf);
  const vendorId = world.vendorIds[0] ?? 0;
  const [reviewId = 0] = await store.transact((tx) =>
    planReviews(tx, act, [{ vendorId, quarter: quarterOf(LAST) }], new Map()),
  );
  return reviewId;
}

/** The vendor's KPIs promised anew in each market, with readings of their own, until there are so many terms. */
async function spreadOverMarkets(store: Store, world: World, terms: number): Promise<void> {
  const [vendorId = 0] = world.vendorIds;
  const [contractId = 0] = world.contractIds;
  await addMarkets(store, vendorId, MARKETS);
  const places = await store.read.select({ id: markets.id, code: markets.code }).from(markets);
  const inMarkets = places.filter(({ code }) => code !== 'WORLD');
  const library = await store.read.select({ id: kpis.id, code: kpis.code }).from(kpis);
  const wanted = inMarkets
    .flatMap((market) => library.map((kpi) => ({ market, kpi, id: randomId() })))
    .slice(0, Math.max(0, terms - library.length));
  const created = '2020-11-01T09:00:00.000Z';
  await store.transact(async (tx) => {
    const [report] = await tx.select({ id: reports.id }).from(reports).limit(1);
    await tx.insertMany(
      slaTerms,
      wanted.map(({ id, market, kpi }, index) => ({
        id,
        contractId,
        position: library.length + index,
        kpiId: kpi.id,
        marketId: market.id,
      })),
    );
    await tx.insertMany(
      slaTermVersions,
      wanted.map(({ id, kpi, market }) => ({
        termId: id,
        version: 1,
        document: { ...termDocument(kpi.code), scope: { service: null, market: market.code } },
        createdAt: created,
      })),
    );
    await tx.insertMany(
      readings,
      wanted.flatMap(({ market, kpi }, index) =>
        periodsBetween(LAST - MONTHS + 1, LAST).map((period) => ({
          reportId: report?.id ?? 0,
          vendorId,
          kpiId: kpi.id,
          marketId: market.id,
          period,
          source: 'vendor_report' as const,
          value: String((period + index) % 9 === 0 ? 72 : 88),
          sampleSize: '1000',
        })),
      ),
    );
  });
}
