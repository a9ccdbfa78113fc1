import { and, asc, count, desc, eq, gte, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { holdsText } from '~/shared/holds-text.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { parseSpan, quartersBetween } from '~/sla/breach-filter';
import { people } from '~db/schema/auth';
import { reviews } from '~db/schema/reviews';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { reviewsWithin } from './find-review.server';
import { reviewStates } from './review';

type Sort = 'meets' | 'quarter' | 'vendor' | 'owner';
type Filter = 'state' | 'quarter' | 'vendor' | 'mine';
export type ReviewListQuery = ListQuery<Sort, Filter>;

/** What the list of reviews may be asked for; vendors by code, quarters as `2022-Q4`, and those that the reader leads. */
export const reviewListSpec: ListSpec<Sort, Filter> = {
  sorts: ['meets', 'quarter', 'vendor', 'owner'],
  defaultSort: '-meets',
  filters: { state: reviewStates, quarter: 'any', vendor: 'any', mine: ['yes'] },
};

const columns = {
  id: reviews.id,
  quarter: reviews.quarter,
  state: reviews.state,
  meetsAt: reviews.meetsAt,
  minutes: reviews.minutes,
  timeZone: reviews.timeZone,
  place: reviews.place,
  openedAt: reviews.openedAt,
  heldAt: reviews.heldAt,
  frozenAt: reviews.frozenAt,
  vendorId: vendors.id,
  vendor: vendors.name,
  vendorCode: vendors.code,
  ownerId: reviews.ownerId,
  owner: people.name,
};

/** A page of the list. */
export async function listReviews(
  reader: Reader,
  scope: Scope,
  query: ReviewListQuery,
  personId: number,
  window: { offset: number; limit: number } = pageWindow(query),
) {
  return selectReviews(reader)
    .where(listed(scope, query, personId))
    .orderBy(...orderOf(query))
    .limit(window.limit)
    .offset(window.offset);
}

export async function countReviews(
  reader: Reader,
  scope: Scope,
  query: ReviewListQuery,
  personId: number,
): Promise<number> {
  const counted = reader
    .select({ count: count().mapWith(Number) })
    .from(reviews)
    .innerJoin(vendors, eq(vendors.id, reviews.vendorId))
    .$dynamic();
  // Who leads them is asked for by a search alone: without it an index answers.
  if (query.search !== '') void counted.leftJoin(people, eq(people.id, reviews.ownerId));
  const [row] = await counted.where(listed(scope, query, personId));
  return row?.count ?? 0;
}

const MOST_COMING = 8;

/** The meetings to come, the next first: the calendar of reviews. */
export async function comingReviews(reader: Reader, scope: Scope, from: string) {
  return selectReviews(reader)
    .where(
      and(
        reviewsWithin(scope),
        inArray(reviews.state, ['planned', 'frozen', 'meeting']),
        gte(reviews.meetsAt, from),
      ),
    )
    .orderBy(asc(reviews.meetsAt), asc(reviews.id))
    .limit(MOST_COMING);
}

/** Vendors that have reviews, and the quarters of them: the list's filters. */
export async function reviewChoices(reader: Reader, scope: Scope) {
  const of = await reader
    .selectDistinct({ code: vendors.code, name: vendors.name })
    .from(reviews)
    .innerJoin(vendors, eq(vendors.id, reviews.vendorId))
    .where(reviewsWithin(scope))
    .orderBy(asc(vendors.name))
    .limit(500);
  const [range] = await reader
    .select({
      first: sql<number | null>`min(${reviews.quarter})`,
      last: sql<number | null>`max(${reviews.quarter})`,
    })
    .from(reviews)
    .where(reviewsWithin(scope));
  const { first = null, last = null } = range ?? {};
  return {
    vendors: of,
    quarters: first === null || last === null ? [] : quartersBetween(first, last),
  };
}

/** Vendors of whom a review can be planned by hand. */
export async function vendorsToReview(reader: Reader, scope: Scope) {
  return reader
    .select({ id: vendors.id, name: vendors.name })
    .from(vendors)
    .where(withinScope(scope, vendors.id))
    .orderBy(asc(vendors.name))
    .limit(2000);
}

function selectReviews(reader: Reader) {
  return reader
    .select(columns)
    .from(reviews)
    .innerJoin(vendors, eq(vendors.id, reviews.vendorId))
    .leftJoin(people, eq(people.id, reviews.ownerId));
}

function listed(
  scope: Scope,
  { search, filters }: ReviewListQuery,
  personId: number,
): SQL | undefined {
  const states = reviewStates.filter((state) => filters.state.includes(state));
  const spans = filters.quarter.flatMap((text) => parseSpan(text) ?? []);
  return and(
    reviewsWithin(scope),
    states.length === 0 ? undefined : inArray(reviews.state, states),
    filters.vendor.length === 0 ? undefined : inArray(vendors.code, filters.vendor),
    filters.mine.length === 0 ? undefined : eq(reviews.ownerId, personId),
    spans.length === 0
      ? undefined
      : or(...spans.map(({ first, last }) => sql`${reviews.quarter} between ${first} and ${last}`)),
    holdsText(search, vendors.name, vendors.code, people.name),
  );
}

function orderOf({ sort, dir }: ReviewListQuery): SQL[] {
  const by = dir === 'asc' ? asc : desc;
  const rest = [desc(reviews.meetsAt), asc(reviews.id)];
  switch (sort) {
    case 'meets':
      return [by(reviews.meetsAt), asc(reviews.id)];
    case 'quarter':
      return [by(reviews.quarter), asc(vendors.name), asc(reviews.id)];
    case 'vendor':
      return [by(vendors.name), ...rest];
    case 'owner':
      return [sql`${by(people.name)} nulls last`, ...rest];
  }
}
