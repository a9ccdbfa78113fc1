import { inArray } from 'drizzle-orm';
import { randomId } from '~db/columns';
import { scorecards, scorecardVersions } from '~db/schema/onboarding';
import type { Store } from '~db/store.server';
import { productScorecards } from './product-scorecards';

/** Puts the templates that come with the product into a store that has none of their codes, published; once each. */
export async function seedScorecards(store: Store, now: Date): Promise<void> {
  const at = now.toISOString();
  await store.transact(async (tx) => {
    const codes = Object.keys(productScorecards);
    const rows = await tx
      .select({ code: scorecards.code })
      .from(scorecards)
      .where(inArray(scorecards.code, codes));
    const known = new Set(rows.map(({ code }) => code));
    const missing = Object.entries(productScorecards)
      .filter(([code]) => !known.has(code))
      .map(([code, document]) => ({ id: randomId(), code, document }));
    if (missing.length === 0) return;
    // Servers that start together each find them missing: whoever comes second puts in nothing.
    const inserted = await tx
      .insert(scorecards)
      .values(missing.map(({ id, code }) => ({ id, code, createdAt: at })))
      .onConflictDoNothing()
      .returning({ id: scorecards.id });
    const ours = new Set(inserted.map(({ id }) => id));
    const versions = missing
      .filter(({ id }) => ours.has(id))
      .map(({ id, document }) => ({
        scorecardId: id,
        version: 1,
        state: 'published' as const,
        document,
        createdAt: at,
        publishedAt: at,
      }));
    if (versions.length > 0) await tx.insert(scorecardVersions).values(versions);
  });
}
