import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { dayOf, type Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import type { CaseState } from '~/sla/case';
import { nameFor } from '~/shared/named';
import { slaTerms } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { breaches, caseEvents, cases } from '~db/schema/cases';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { usuallyBy, withPlace, type Task } from './task';

const MOST = 200;

/** Cases that wait for our side: a dispute to rule on, a plan to accept or to send back. */
export async function casesToDecide(reader: Reader, scope: Scope, locale: string): Promise<Task[]> {
  const rows = await casesIn(reader, scope, ['plan_submitted', 'disputed']);
  return rows.map((row) =>
    row.state === 'disputed'
      ? {
          ...caseTask(row, locale),
          kind: 'dispute_ruling' as const,
          dueOn: row.disputedAt
            ? usuallyBy('dispute_ruling', dayOf(new Date(row.disputedAt)))
            : null,
        }
      : { ...caseTask(row, locale), kind: 'plan_decision' as const },
  );
}

/** Cases that wait for the vendor: a breach to acknowledge, a plan to hand in. */
export async function casesToAnswer(reader: Reader, scope: Scope, locale: string): Promise<Task[]> {
  const rows = await casesIn(reader, scope, ['open', 'acknowledged']);
  return rows.map((row) => ({ ...caseTask(row, locale), kind: 'breach_answer' as const }));
}

type CaseRow = Awaited<ReturnType<typeof casesIn>>[number];

function caseTask(row: CaseRow, locale: string): Omit<Task, 'kind'> {
  const kpi = nameFor({ nameEn: row.kpiEn, nameZh: row.kpiZh }, locale);
  const market =
    row.marketEn === null
      ? null
      : nameFor({ nameEn: row.marketEn, nameZh: row.marketZh ?? row.marketEn }, locale);
  return {
    key: `case:${row.id}`,
    href: `/breaches/${row.breachId}`,
    dueOn: row.dueOn,
    period: row.period,
    params: { vendor: row.vendor, kpi: withPlace(kpi, market, locale) },
  };
}

async function casesIn(reader: Reader, scope: Scope, states: CaseState[]) {
  return reader
    .select({
      id: cases.id,
      state: cases.state,
      dueOn: cases.dueOn,
      vendor: vendors.name,
      kpiEn: kpis.nameEn,
      kpiZh: kpis.nameZh,
      marketEn: markets.nameEn,
      marketZh: markets.nameZh,
      period: breaches.period,
      breachId: breaches.id,
      disputedAt: sql<string | null>`(select max(${caseEvents.at}) from ${caseEvents}
        where ${caseEvents.caseId} = ${cases.id} and ${caseEvents.kind} = 'disputed')`,
    })
    .from(cases)
    .innerJoin(breaches, and(eq(breaches.caseId, cases.id), eq(breaches.period, cases.lastPeriod)))
    .innerJoin(vendors, eq(vendors.id, cases.vendorId))
    .innerJoin(kpis, eq(kpis.id, cases.kpiId))
    .innerJoin(slaTerms, eq(slaTerms.id, cases.termId))
    .leftJoin(markets, eq(markets.id, slaTerms.marketId))
    .where(
      and(inArray(cases.state, states), isNull(cases.closedAt), withinScope(scope, cases.vendorId)),
    )
    .orderBy(sql`${cases.dueOn} asc nulls last`, asc(cases.id))
    .limit(MOST);
}
