import { and, asc, between, count, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { actionsWithin } from '~/actions/find-action.server';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { parsePeriod, type Period } from '~/shared/period';
import { actions } from '~db/schema/actions';
import { people } from '~db/schema/auth';
import { kpis } from '~db/schema/kpi';
import { reviewDecisions } from '~db/schema/review-records';
import { reviews } from '~db/schema/reviews';
import { cases, evaluations } from '~db/schema/sla';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { actionEffect, EFFECT_MONTHS } from './action-effect';
import { ageDays } from './portfolio';

const MOST_OWNERS = 50;
const MOST_EFFECTS = 25;
const MOST_CONSEQUENCES = 25;

/** Open actions by who does them, on either side, and how long ago they were promised; those with most overdue first. */
export async function actionsByOwner(reader: Reader, scope: Scope, today: string) {
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
    .leftJoin(people, eq(people.id, actions.ownerId))
    .where(and(isNull(actions.doneAt), isNull(actions.cancelledAt), actionsWithin(scope)))
    .groupBy(actions.side, owner)
    .orderBy(desc(overdue), desc(count()), asc(owner), asc(actions.side))
    .limit(MOST_OWNERS);
}

/** What improvement plans did whose actions are all done: the KPI of the failed term before and after, the latest first. */
export async function effectsOfPlans(reader: Reader, scope: Scope) {
  const lastDone = sql<string>`max(${actions.doneAt})`;
  const done = await reader
    .select({
      caseId: actions.originId,
      actions: count().mapWith(Number),
      doneAt: lastDone,
      vendorId: vendors.id,
      vendor: vendors.name,
      termId: cases.termId,
      kpi: { id: kpis.id, nameEn: kpis.nameEn, nameZh: kpis.nameZh, unit: kpis.unit },
      better: kpis.better,
    })
    .from(actions)
    .innerJoin(cases, eq(cases.id, actions.originId))
    .innerJoin(kpis, eq(kpis.id, cases.kpiId))
    .innerJoin(vendors, eq(vendors.id, cases.vendorId))
    .where(
      and(
        eq(actions.origin, 'breach'),
        isNull(actions.cancelledAt),
        withinScope(scope, actions.vendorId),
      ),
    )
    .groupBy(
      ...[actions.originId, vendors.id, vendors.name, cases.termId],
      ...[kpis.id, kpis.nameEn, kpis.nameZh, kpis.unit, kpis.better],
    )
    .having(sql`count(${actions.doneAt}) = count(*)`)
    .orderBy(desc(lastDone), desc(actions.originId))
    .limit(MOST_EFFECTS);
  const rows = done.map((row) => ({ ...row, doneIn: parsePeriod(row.doneAt.slice(0, 7)) ?? 0 }));
  const months = await measuredMonths(reader, rows);
  return rows.map((row) => ({
    ...row,
    ...actionEffect(
      months.filter(({ termId }) => termId === row.termId),
      row.doneIn,
      row.better,
    ),
  }));
}

async function measuredMonths(reader: Reader, rows: readonly { termId: number; doneIn: Period }[]) {
  if (rows.length === 0) return [];
  const doneIn = rows.map((row) => row.doneIn);
  return reader
    .select({
      termId: evaluations.termId,
      period: evaluations.period,
      measured: evaluations.measured,
    })
    .from(evaluations)
    .where(
      and(
        inArray(evaluations.termId, [...new Set(rows.map(({ termId }) => termId))]),
        between(
          evaluations.period,
          Math.min(...doneIn) - EFFECT_MONTHS,
          Math.max(...doneIn) + EFFECT_MONTHS,
        ),
        isNull(evaluations.supersededAt),
      ),
    );
}

/** What reviews decided about the standing of vendors, the latest first. */
export async function latestConsequences(reader: Reader, scope: Scope) {
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
      ),
    )
    .orderBy(desc(reviewDecisions.decidedAt), desc(reviewDecisions.id))
    .limit(MOST_CONSEQUENCES);
}
