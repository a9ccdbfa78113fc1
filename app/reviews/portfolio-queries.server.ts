import { and, asc, between, desc, eq, exists, inArray, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import type { PackRating } from '~/packs/section';
import { countListed } from '~/shared/count-listed.server';
import { holdsText } from '~/shared/holds-text.server';
import { pageWindow } from '~/shared/list-query';
import type { Period } from '~/shared/period';
import { tiers } from '~/vendors/tier';
import { reviewRatings } from '~db/schema/review-records';
import { reviews } from '~db/schema/reviews';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { heldBy, isHeldLate } from './plan';
import type { PortfolioQuery } from './portfolio';

/** The latest quarter of which a pack was frozen; null before the first. */
export async function latestQuarter(reader: Reader, scope: Scope): Promise<Period | null> {
  const [row] = await reader
    .select({ quarter: reviews.quarter })
    .from(reviews)
    .where(and(inArray(reviews.state, frozenStates), withinScope(scope, reviews.vendorId)))
    .orderBy(desc(reviews.quarter))
    .limit(1);
  return row?.quarter ?? null;
}

const frozenStates = [
  'frozen',
  'meeting',
  'held',
  'recorded',
  'signed',
] as const satisfies (typeof reviews.$inferSelect)['state'][];

/** A page of the vendors that have reviews. */
export async function reviewedVendors(
  reader: Reader,
  scope: Scope,
  query: PortfolioQuery,
  window: { offset: number; limit: number } = pageWindow(query),
) {
  const by = query.dir === 'asc' ? asc : desc;
  return reader
    .select({ id: vendors.id, code: vendors.code, name: vendors.name, tier: vendors.tier })
    .from(vendors)
    .where(asked(reader, scope, query))
    .orderBy(by(vendors.name), asc(vendors.id))
    .limit(window.limit)
    .offset(window.offset);
}

export async function countReviewedVendors(
  reader: Reader,
  scope: Scope,
  query: PortfolioQuery,
): Promise<number> {
  return countListed(reader, vendors, asked(reader, scope, query));
}

function asked(reader: Reader, scope: Scope, query: PortfolioQuery): SQL | undefined {
  return and(
    withinScope(scope, vendors.id),
    exists(reader.select({ id: reviews.id }).from(reviews).where(eq(reviews.vendorId, vendors.id))),
    vendorsAsked(query),
  );
}

/** The vendors that a reader of the portfolio asks for: every table of the page keeps to them. */
export function vendorsAsked({ search, filters }: PortfolioQuery): SQL | undefined {
  const chosen = tiers.filter((tier) => filters.tier.includes(tier));
  return and(
    chosen.length > 0 ? inArray(vendors.tier, chosen) : undefined,
    holdsText(search, vendors.name, vendors.code),
  );
}

export type RatedReview = { id: number; rating: PackRating | null };

/**
 * The reviews of some quarters by vendor and quarter, rated as the meeting decided, else by the figures; of some vendors,
 * or of all within the scope.
 */
export async function ratedReviews(
  reader: Reader,
  scope: Scope,
  quarters: readonly Period[],
  vendorIds?: readonly number[],
): Promise<Map<string, RatedReview>> {
  const [last, first] = [quarters[0], quarters.at(-1)];
  if (first === undefined || last === undefined || vendorIds?.length === 0) return new Map();
  const rows = await reader
    .select({
      id: reviews.id,
      vendorId: reviews.vendorId,
      quarter: reviews.quarter,
      computed: reviews.computedRating,
      decided: reviewRatings.rating,
    })
    .from(reviews)
    .leftJoin(
      reviewRatings,
      and(eq(reviewRatings.reviewId, reviews.id), eq(reviewRatings.figureId, 'overall')),
    )
    .where(
      and(
        withinScope(scope, reviews.vendorId),
        vendorIds && inArray(reviews.vendorId, [...vendorIds]),
        between(reviews.quarter, first, last),
        inArray(reviews.state, frozenStates),
      ),
    );
  return new Map(
    rows.map(({ id, vendorId, quarter, computed, decided }) => [
      ratedKey(vendorId, quarter),
      { id, rating: decided ?? computed },
    ]),
  );
}

export function ratedKey(vendorId: number, quarter: Period): string {
  return `${vendorId}/${quarter}`;
}

/** How the meetings of some quarters went, for each: planned, held in time or late, and those whose time has passed. */
export async function meetingsByQuarter(
  reader: Reader,
  scope: Scope,
  { quarters, today, query }: { quarters: readonly Period[]; today: string; query: PortfolioQuery },
) {
  if (quarters.length === 0) return [];
  const rows = await reader
    .select({
      quarter: reviews.quarter,
      meetsAt: reviews.meetsAt,
      timeZone: reviews.timeZone,
      openedAt: reviews.openedAt,
      heldAt: reviews.heldAt,
    })
    .from(reviews)
    .innerJoin(vendors, eq(vendors.id, reviews.vendorId))
    .where(
      and(
        inArray(reviews.quarter, [...quarters]),
        sql`${reviews.state} <> 'cancelled'`,
        withinScope(scope, reviews.vendorId),
        vendorsAsked(query),
      ),
    );
  const counts = new Map<Period, Meetings>();
  for (const row of rows) {
    const { quarter, heldAt } = row;
    const count = counts.get(quarter) ?? { quarter, planned: 0, inTime: 0, late: 0, missed: 0 };
    counts.set(quarter, count);
    count.planned += 1;
    if (heldAt !== null) count[isHeldLate(row) ? 'late' : 'inTime'] += 1;
    else if (today > heldBy(quarter)) count.missed += 1;
  }
  return [...counts.values()].sort((one, other) => other.quarter - one.quarter);
}

type Meetings = { quarter: Period; planned: number; inTime: number; late: number; missed: number };
