import { join } from 'node:path';
import { everything, type Act } from '~/auth/act';
import { quarterOf } from '~/packs/quarter';
import { figuresOf } from '~/packs/show-value';
import { freezePack } from '~/reviews/freeze-pack.server';
import { packOf } from '~/reviews/pack-queries.server';
import { planReviews } from '~/reviews/plan-review.server';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { periodOf, periodsBetween } from '~/shared/period';
import { randomId } from '~db/columns';
import { slaTerms, slaTermVersions } from '~db/schema/contracts';
import { kpis, readings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import type { Store } from '~db/store.server';
import { seconds, type Line } from './line';
import { emptyStore, inFolder, timed } from './temporary';
import { addMarkets, asOf, fillWorld, now, termDocument, type World } from './world';

const MARKETS = 12;
const MONTHS = 36;
const LAST = periodOf(2023, 12);
/** A pack is frozen by a worker; nobody waits for it longer than this. */
const MOST_SECONDS = 3;

/** Freezing the pack of a vendor with so many terms over twelve markets and three years. */
export async function benchPacks(terms: number): Promise<Line[]> {
  return inFolder(async (folder) => {
    const store = await emptyStore(join(folder, 'store.sqlite'));
    const world = await fillWorld(store, {
      vendors: 1,
      kpis: Math.max(1, Math.ceil(terms / MARKETS)),
      months: MONTHS,
    });
    await spreadOverMarkets(store, world, terms);
    await evaluateDueContracts(store, now, asOf);
    const act: Act = { actor: { kind: 'job', job: 'bench' }, now, scope: everything };
    const vendorId = world.vendorIds[0] ?? 0;
    const quarter = quarterOf(LAST);
    const [reviewId = 0] = await store.transact((tx) =>
      planReviews(tx, act, [{ vendorId, quarter }]),
    );
    const ms = await timed(() => freezePack(store, act, reviewId));
    const kept = await packOf(store.read, everything, reviewId, 'shared');
    await store.close();
    const figures = figuresOf(kept?.pack.sections ?? []).length;
    const kilobytes = JSON.stringify(kept?.pack ?? {}).length / 1000;
    return [
      {
        what: `freeze the pack of ${terms} terms in ${MARKETS} markets over ${MONTHS} months`,
        measured: `${seconds(ms)}, ${figures} figures, ${kilobytes.toFixed(0)} KB`,
        value: ms / 1000,
        limit: MOST_SECONDS,
      },
    ];
  });
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
