import { and, asc, count, desc, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { holdsText } from '~/shared/holds-text.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import type { Period } from '~/shared/period';
import { contracts, slaTerms } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { breaches } from '~db/schema/cases';
import { creditEntries, creditPeriods, evaluations } from '~db/schema/sla';
import { creditBalances } from '~db/schema/settlement';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { creditStates } from './credit-state';
import { parseSpan } from './breach-filter';

type Sort = 'period' | 'contract' | 'vendor' | 'gross' | 'issued';
type Filter = 'state' | 'vendor' | 'currency' | 'period';
export type CreditListQuery = ListQuery<Sort, Filter>;

/** What the list of credits may be asked for; vendors by code, periods as months, quarters or years. */
export const creditListSpec: ListSpec<Sort, Filter> = {
  sorts: ['period', 'contract', 'vendor', 'gross', 'issued'],
  defaultSort: '-period',
  filters: { state: creditStates, vendor: 'any', currency: 'any', period: 'any' },
};

const columns = {
  contractId: creditPeriods.contractId,
  period: creditPeriods.period,
  currency: creditPeriods.currency,
  grossMinor: creditPeriods.grossMinor,
  cappedMinor: creditPeriods.cappedMinor,
  issuedMinor: creditPeriods.issuedMinor,
  returnedMinor: creditPeriods.returnedMinor,
  state: creditPeriods.state,
  contract: contracts.number,
  vendorId: vendors.id,
  vendorName: vendors.name,
};

/** A page of the credits by contract and month. */
export async function listCredits(
  reader: Reader,
  scope: Scope,
  query: CreditListQuery,
  window: { offset: number; limit: number } = pageWindow(query),
) {
  return reader
    .select(columns)
    .from(creditPeriods)
    .innerJoin(contracts, eq(contracts.id, creditPeriods.contractId))
    .innerJoin(vendors, eq(vendors.id, creditPeriods.vendorId))
    .where(creditCondition(scope, query))
    .orderBy(...creditOrder(query))
    .limit(window.limit)
    .offset(window.offset);
}

export type CreditRow = Awaited<ReturnType<typeof listCredits>>[number];

/** Rows of the whole question, and what they add up to by month and currency. */
export async function sumCredits(reader: Reader, scope: Scope, query: CreditListQuery) {
  return reader
    .select({
      period: creditPeriods.period,
      currency: creditPeriods.currency,
      rows: count().mapWith(Number),
      grossMinor: sql<number>`sum(${creditPeriods.grossMinor})`.mapWith(Number),
      cappedMinor: sql<number>`sum(${creditPeriods.cappedMinor})`.mapWith(Number),
      issuedMinor: sql<number>`sum(${creditPeriods.issuedMinor})`.mapWith(Number),
    })
    .from(creditPeriods)
    .innerJoin(contracts, eq(contracts.id, creditPeriods.contractId))
    .innerJoin(vendors, eq(vendors.id, creditPeriods.vendorId))
    .where(creditCondition(scope, query))
    .groupBy(creditPeriods.period, creditPeriods.currency);
}

/** The vendors and currencies that have credits, and their first and last month. */
export async function creditChoices(reader: Reader, scope: Scope) {
  const seen = withinScope(scope, creditPeriods.vendorId);
  const ofVendors = await reader
    .selectDistinct({ code: vendors.code, name: vendors.name })
    .from(creditPeriods)
    .innerJoin(vendors, eq(vendors.id, creditPeriods.vendorId))
    .where(seen)
    .orderBy(asc(vendors.name));
  const currencies = await reader
    .selectDistinct({ currency: creditPeriods.currency })
    .from(creditPeriods)
    .where(seen)
    .orderBy(asc(creditPeriods.currency));
  const [range] = await reader
    .select({
      first: sql<number | null>`min(${creditPeriods.period})`,
      last: sql<number | null>`max(${creditPeriods.period})`,
    })
    .from(creditPeriods)
    .where(seen);
  return {
    vendors: ofVendors,
    currencies: currencies.map(({ currency }) => currency),
    first: range?.first ?? null,
    last: range?.last ?? null,
  };
}

/** A contract's credit of a month with its lines by term and its entries; null out of scope. */
export async function findCredit(reader: Reader, scope: Scope, contractId: number, period: Period) {
  const [month] = await reader
    .select({
      ...columns,
      capPercent: contracts.creditCapPercent,
      minimumMinor: contracts.creditMinimumMinor,
      contractTitle: contracts.title,
      demonstration: contracts.demonstration,
    })
    .from(creditPeriods)
    .innerJoin(contracts, eq(contracts.id, creditPeriods.contractId))
    .innerJoin(vendors, eq(vendors.id, creditPeriods.vendorId))
    .where(
      and(
        eq(creditPeriods.contractId, contractId),
        eq(creditPeriods.period, period),
        withinScope(scope, creditPeriods.vendorId),
      ),
    );
  if (!month) return null;
  const lines = await reader
    .select({
      termId: evaluations.termId,
      severity: evaluations.severity,
      outcome: evaluations.outcome,
      creditMinor: evaluations.creditMinor,
      cappedMinor: evaluations.cappedMinor,
      issuedMinor: evaluations.issuedMinor,
      kpiCode: kpis.code,
      kpiEn: kpis.nameEn,
      kpiZh: kpis.nameZh,
      marketEn: markets.nameEn,
      marketZh: markets.nameZh,
      breachId: breaches.id,
    })
    .from(evaluations)
    .innerJoin(slaTerms, eq(slaTerms.id, evaluations.termId))
    .innerJoin(kpis, eq(kpis.id, evaluations.kpiId))
    .leftJoin(markets, eq(markets.id, slaTerms.marketId))
    .leftJoin(
      breaches,
      and(eq(breaches.termId, evaluations.termId), eq(breaches.period, evaluations.period)),
    )
    .where(
      and(
        eq(evaluations.contractId, contractId),
        eq(evaluations.period, period),
        isNull(evaluations.supersededAt),
        or(ne(evaluations.creditMinor, 0), ne(evaluations.issuedMinor, 0)),
      ),
    )
    .orderBy(asc(slaTerms.position));
  return { month, lines, entries: await entriesOf(reader, contractId, period) };
}

/** The entries by which a month's credit became what it is, in order. */
async function entriesOf(reader: Reader, contractId: number, period: Period) {
  return reader
    .select()
    .from(creditEntries)
    .where(and(eq(creditEntries.contractId, contractId), eq(creditEntries.period, period)))
    .orderBy(asc(creditEntries.postedAt), asc(creditEntries.kind));
}

const held = {
  claimed: creditBalances.claimedMinor,
  accepted: creditBalances.acceptedMinor,
  applied: creditBalances.appliedMinor,
  disputed: creditBalances.disputedMinor,
  waived: creditBalances.waivedMinor,
  expired: creditBalances.expiredMinor,
};

/**
 * Months of which any amount stands in a state, whatever else of them stands elsewhere: as the totals by state count. A
 * month at nothing stands in none.
 */
function holds(state: (typeof creditStates)[number]): SQL {
  const elsewhere = sql.join(Object.values(held), sql` + `);
  const amount =
    state === 'calculated'
      ? sql`${creditPeriods.issuedMinor} - coalesce((select ${elsewhere} from ${creditBalances} where ${sameMonth}), 0)`
      : sql`coalesce((select ${held[state]} from ${creditBalances} where ${sameMonth}), 0)`;
  return sql`${amount} <> 0`;
}

const sameMonth = and(
  eq(creditBalances.contractId, creditPeriods.contractId),
  eq(creditBalances.period, creditPeriods.period),
);

/** The condition of a list's question within a scope. */
export function creditCondition(
  scope: Scope,
  { search, filters }: CreditListQuery,
): SQL | undefined {
  const states = creditStates.filter((state) => filters.state.includes(state));
  const spans = filters.period.flatMap((text) => parseSpan(text) ?? []);
  return and(
    scope.kind === 'everything' ? undefined : withinScope(scope, creditPeriods.vendorId),
    states.length === 0 ? undefined : or(...states.map(holds)),
    filters.vendor.length === 0 ? undefined : inArray(vendors.code, filters.vendor),
    filters.currency.length === 0 ? undefined : inArray(creditPeriods.currency, filters.currency),
    spans.length === 0
      ? undefined
      : or(
          ...spans.map(
            ({ first, last }) => sql`${creditPeriods.period} between ${first} and ${last}`,
          ),
        ),
    holdsText(search, vendors.name, vendors.code, contracts.number),
  );
}

function creditOrder({ sort, dir }: CreditListQuery): SQL[] {
  const by = dir === 'asc' ? asc : desc;
  const rest = [desc(creditPeriods.period), asc(vendors.name), asc(creditPeriods.contractId)];
  switch (sort) {
    case 'period':
      return [by(creditPeriods.period), asc(vendors.name), asc(creditPeriods.contractId)];
    case 'contract':
      return [by(contracts.number), ...rest];
    case 'vendor':
      return [by(vendors.name), ...rest];
    case 'gross':
      return [by(creditPeriods.grossMinor), ...rest];
    case 'issued':
      return [by(creditPeriods.issuedMinor), ...rest];
  }
}
