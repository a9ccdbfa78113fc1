import { and, asc, count, desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { effectsOf } from '~/actions/effect-queries.server';
import { actionsWithin } from '~/actions/find-action.server';
import { sourceLinks } from '~/actions/source-link-queries.server';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { actions } from '~db/schema/actions';
import { people } from '~db/schema/auth';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { reviewDecisions } from '~db/schema/review-records';
import { reviews } from '~db/schema/reviews';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { ageDays, type PortfolioQuery } from './portfolio';
import { vendorsAsked } from './portfolio-queries.server';

const MOST_OWNERS = 50;
const MOST_EFFECTS = 25;
const MOST_CONSEQUENCES = 25;

/** Open actions by who does them, on either side, and how long ago they were promised; those with most overdue first. */
export async function actionsByOwner(
  reader: Reader,
  scope: Scope,
  today: string,
  query: PortfolioQuery,
) {
  const [oldest = today, older = today, old = today] = ageDays(today);
  const counted = (condition: SQL) =>
    sql<number>`sum(case when ${condition} then 1 else 0 end)`.mapWith(Number);
  const day = sql`substr(${actions.createdAt}, 1, 10)`;
  const owner = sql<string | null>`coalesce(${people.name}, ${actions.ownerName})`;
  const overdue = counted(sql`${actions.dueOn} < ${today}`);
  return reader
    .select({
      owner,
      side: actions.side,
      open: count().mapWith(Number),
      overdue,
      fresh: counted(sql`${day} >= ${old}`),
      old: counted(sql`${day} < ${old} and ${day} >= ${older}`),
      older: counted(sql`${day} < ${older} and ${day} >= ${oldest}`),
      oldest: counted(sql`${day} < ${oldest}`),
    })
    .from(actions)
    .innerJoin(vendors, eq(vendors.id, actions.vendorId))
    .leftJoin(people, eq(people.id, actions.ownerId))
    .where(
      and(
        isNull(actions.doneAt),
        isNull(actions.cancelledAt),
        actionsWithin(scope),
        vendorsAsked(query),
      ),
    )
    .groupBy(actions.side, owner)
    .orderBy(desc(overdue), desc(count()), asc(owner), asc(actions.side))
    .limit(MOST_OWNERS);
}

/** The record an action came from, whose actions are looked at together; each agreement with a vendor is one of its own. */
const recordBehind = sql<number>`case when ${actions.origin} = 'agreement' then ${actions.id} else ${actions.originId} end`;

/** What was done of actions that name a KPI, all that came from one record together, the latest first. */
export async function effectsOfActions(reader: Reader, scope: Scope, query: PortfolioQuery) {
  const lastDone = sql<string>`max(${actions.doneAt})`;
  const measure = {
    kpiId: kpis.id,
    serviceId: actions.serviceId,
    marketId: actions.marketId,
  };
  const done = await reader
    .select({
      /** One of them stands for all where the record behind is looked for. */
      id: sql<number>`max(${actions.id})`.mapWith(Number),
      origin: actions.origin,
      originId: recordBehind.mapWith(Number),
      actions: count().mapWith(Number),
      doneAt: lastDone,
      vendorId: vendors.id,
      vendor: vendors.name,
      ...measure,
      kpi: { nameEn: kpis.nameEn, nameZh: kpis.nameZh, unit: kpis.unit, better: kpis.better },
      service: { nameEn: services.nameEn, nameZh: services.nameZh },
      market: { nameEn: markets.nameEn, nameZh: markets.nameZh },
    })
    .from(actions)
    .innerJoin(kpis, eq(kpis.id, actions.kpiId))
    .innerJoin(vendors, eq(vendors.id, actions.vendorId))
    .leftJoin(services, eq(services.id, actions.serviceId))
    .leftJoin(markets, eq(markets.id, actions.marketId))
    .where(
      and(isNull(actions.cancelledAt), withinScope(scope, actions.vendorId), vendorsAsked(query)),
    )
    .groupBy(
      ...[actions.origin, recordBehind, vendors.id, vendors.name, kpis.id],
      ...[kpis.nameEn, kpis.nameZh, kpis.unit, kpis.better, actions.serviceId, actions.marketId],
      ...[services.nameEn, services.nameZh, markets.nameEn, markets.nameZh],
    )
    .having(sql`count(${actions.doneAt}) = count(*)`)
    .orderBy(desc(lastDone), desc(recordBehind), asc(kpis.id))
    .limit(MOST_EFFECTS);
  const effects = await effectsOf(
    reader,
    done.map(({ vendorId, doneAt, kpi: { better }, kpiId, serviceId, marketId }) => ({
      ...{ vendorId, doneAt, better },
      measure: { kpiId, serviceId, marketId },
    })),
  );
  const links = await sourceLinks(reader, done);
  return done.flatMap((row, index) => {
    const effect = effects[index];
    return effect ? [{ ...row, ...effect, source: links.get(row.id) ?? null }] : [];
  });
}

/** What reviews decided about the standing of vendors, the latest first. */
export async function latestConsequences(reader: Reader, scope: Scope, query: PortfolioQuery) {
  return reader
    .select({
      id: reviewDecisions.id,
      reviewId: reviews.id,
      vendor: vendors.name,
      quarter: reviews.quarter,
      text: reviewDecisions.text,
      decidedAt: reviewDecisions.decidedAt,
    })
    .from(reviewDecisions)
    .innerJoin(reviews, eq(reviews.id, reviewDecisions.reviewId))
    .innerJoin(vendors, eq(vendors.id, reviews.vendorId))
    .where(
      and(
        eq(reviewDecisions.kind, 'consequence'),
        isNull(reviewDecisions.withdrawnAt),
        withinScope(scope, reviews.vendorId),
        vendorsAsked(query),
      ),
    )
    .orderBy(desc(reviewDecisions.decidedAt), desc(reviewDecisions.id))
    .limit(MOST_CONSEQUENCES);
}
