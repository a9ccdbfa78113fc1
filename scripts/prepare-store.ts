import { seedClauses } from '~/contracts/seed-clauses.server';
import { seedScorecards } from '~/onboarding/seed-scorecards.server';
import { machineClock } from '~/shared/clock';
import type { Store } from '~db/store.server';

/**
 * Brings a store to the current schema, with the libraries that come with the product; a store that is about to take the
 * demo gets them from its story, on their day.
 */
export async function prepareStore(store: Store, { forDemo = false } = {}): Promise<void> {
  await store.migrate();
  if (forDemo) return;
  await seedClauses(store, machineClock.now());
  await seedScorecards(store, machineClock.now());
}
