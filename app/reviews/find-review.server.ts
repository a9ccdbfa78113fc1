import { and, eq, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { people } from '~db/schema/auth';
import { reviews } from '~db/schema/reviews';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

export type Review = typeof reviews.$inferSelect;

/** The reviews that a scope sees: a vendor its own, insiders those of the vendors within their reach. */
export function reviewsWithin(scope: Scope): SQL | undefined {
  return scope.kind === 'everything' ? undefined : withinScope(scope, reviews.vendorId);
}

/** Reviews, each with its vendor and who leads it. */
export function selectFound(reader: Reader) {
  return reader
    .select({
      review: reviews,
      vendor: {
        id: vendors.id,
        code: vendors.code,
        name: vendors.name,
        country: vendors.country,
        tier: vendors.tier,
      },
      owner: { id: people.id, name: people.name, email: people.email },
    })
    .from(reviews)
    .innerJoin(vendors, eq(vendors.id, reviews.vendorId))
    .leftJoin(people, eq(people.id, reviews.ownerId));
}

/** A review with its vendor and who leads it; null out of scope. */
export async function findReview(reader: Reader, scope: Scope, reviewId: number) {
  const [row] = await selectFound(reader).where(
    and(eq(reviews.id, reviewId), reviewsWithin(scope)),
  );
  return row ?? null;
}

export type FoundReview = NonNullable<Awaited<ReturnType<typeof findReview>>>;
