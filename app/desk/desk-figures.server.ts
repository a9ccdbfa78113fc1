import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { proposalsWithin } from '~/fallback/proposal-reach.server';
import { listReadiness, readinessListSpec } from '~/fallback/readiness-queries.server';
import { houseTotals } from '~/settlement/house-totals.server';
import { parseListQuery } from '~/shared/list-query';
import type { Period } from '~/shared/period';
import { latestEvaluatedPeriod } from '~/sla/evaluated-kpi-queries.server';
import { proposals } from '~db/schema/fallback';
import { markets } from '~db/schema/markets';
import { breaches } from '~db/schema/cases';
import { creditPeriods } from '~db/schema/sla';
import type { Reader } from '~db/store.server';

/** The latest month that has been evaluated: what failed in it and what it costs. */
export type MonthFigures = {
  period: Period;
  breaches: number;
  /** By currency of the contracts. */
  credits: { currency: string; minor: number }[];
  /** All of it in the house currency at the month's rate; null for a vendor, and where a rate is not known. */
  house: { currency: string; minor: number } | null;
};

export async function monthFigures(reader: Reader, scope: Scope): Promise<MonthFigures | null> {
  const period = await latestEvaluatedPeriod(reader, scope);
  if (period === null) return null;
  const credits = await reader
    .select({
      currency: creditPeriods.currency,
      minor: sql<number>`sum(${creditPeriods.issuedMinor})`.mapWith(Number),
    })
    .from(creditPeriods)
    .where(and(eq(creditPeriods.period, period), withinScope(scope, creditPeriods.vendorId)))
    .groupBy(creditPeriods.currency)
    .orderBy(asc(creditPeriods.currency));
  return {
    period,
    breaches: await reader.$count(
      breaches,
      and(
        eq(breaches.period, period),
        isNull(breaches.withdrawnAt),
        withinScope(scope, breaches.vendorId),
      ),
    ),
    credits,
    house: scope.kind === 'vendor' ? null : await inHouseCurrency(reader, period, credits),
  };
}

async function inHouseCurrency(
  reader: Reader,
  period: Period,
  credits: MonthFigures['credits'],
): Promise<MonthFigures['house']> {
  const flows = credits.map((credit) => ({ period, ...credit }));
  const { currency, minor } = await houseTotals(reader, flows);
  return minor === null ? null : { currency, minor };
}

/** How exposed we are: places that one failure would stop, of all, and proposals that wait. */
export async function exposureFigures(reader: Reader, scope: Scope, today: string) {
  const query = parseListQuery(new URLSearchParams(), readinessListSpec);
  const places = await listReadiness(reader, scope, query, today);
  const [open] = await reader
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(proposals)
    .leftJoin(markets, eq(markets.id, proposals.marketId))
    .where(and(eq(proposals.state, 'open'), proposalsWithin(scope)));
  return {
    exposed: places.filter(({ exposure }) => exposure !== null).length,
    places: places.length,
    withoutStandby: places.filter(({ standbys }) => standbys.length === 0).length,
    openProposals: open?.count ?? 0,
  };
}
