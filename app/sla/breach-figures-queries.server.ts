import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNull,
  lt,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { breaches, cases } from '~db/schema/cases';
import { kpis } from '~db/schema/kpi';
import { creditPeriods } from '~db/schema/sla';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { Wait } from './breach-filter';

/** The list's key figures: cases by whom they wait for, breaches of the latest month, credits since a month. */
export async function breachFigures(reader: Reader, scope: Scope, today: string, since: number) {
  const seen = withinScope(scope, cases.vendorId);
  const [latest] = await reader
    .select({ period: breaches.period, count: count().mapWith(Number) })
    .from(breaches)
    .where(and(withinScope(scope, breaches.vendorId), isNull(breaches.withdrawnAt)))
    .groupBy(breaches.period)
    .orderBy(desc(breaches.period))
    .limit(1);
  const credits = await reader
    .select({
      currency: creditPeriods.currency,
      minor: sql<number>`sum(${creditPeriods.issuedMinor})`.mapWith(Number),
    })
    .from(creditPeriods)
    .where(and(withinScope(scope, creditPeriods.vendorId), gte(creditPeriods.period, since)))
    .groupBy(creditPeriods.currency)
    .orderBy(asc(creditPeriods.currency));
  return {
    open: await reader.$count(cases, and(seen, isNull(cases.closedAt))),
    vendor: await reader.$count(cases, and(seen, waiting('vendor', today))),
    us: await reader.$count(cases, and(seen, waiting('us', today))),
    overdue: await reader.$count(cases, and(seen, waiting('overdue', today))),
    latest: latest ?? null,
    credits,
  };
}

/** Vendors and KPIs that have breaches, and the first and last month of them: the list's filters. */
export async function breachChoices(reader: Reader, scope: Scope) {
  const seen = withinScope(scope, breaches.vendorId);
  const ofVendors = await reader
    .selectDistinct({ code: vendors.code, name: vendors.name })
    .from(breaches)
    .innerJoin(vendors, eq(vendors.id, breaches.vendorId))
    .where(seen)
    .orderBy(asc(vendors.name));
  const ofKpis = await reader
    .select({ code: kpis.code, nameEn: kpis.nameEn, nameZh: kpis.nameZh })
    .from(kpis)
    .where(
      exists(
        reader
          .select({ one: sql`1` })
          .from(breaches)
          .where(and(eq(breaches.kpiId, kpis.id), seen)),
      ),
    )
    .orderBy(asc(kpis.code));
  const [range] = await reader
    .select({
      first: sql<number | null>`min(${breaches.period})`,
      last: sql<number | null>`max(${breaches.period})`,
    })
    .from(breaches)
    .where(seen);
  return {
    vendors: ofVendors,
    kpis: ofKpis,
    first: range?.first ?? null,
    last: range?.last ?? null,
  };
}

/** Cases that wait for the vendor's plan, for our answer, or for either beyond the day. */
export function waiting(on: Wait, today: string): SQL | undefined {
  switch (on) {
    case 'vendor':
      return inArray(cases.state, ['open', 'acknowledged']);
    case 'us':
      return inArray(cases.state, ['plan_submitted', 'disputed']);
    case 'overdue':
      return and(inArray(cases.state, ['open', 'acknowledged']), lt(cases.dueOn, today));
  }
}
