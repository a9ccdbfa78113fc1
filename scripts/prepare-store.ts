import { seedClauses } from '~/contracts/seed-clauses.server';
import { seedScorecards } from '~/onboarding/seed-scorecards.server';
import { machineClock } from '~/shared/clock';
import type { Store } from '~db/store.server';

/** Brings a store to the current schema, with the libraries that come with the product. */
export async function prepareStore(store: Store): Promise<void> {
  await store.migrate();
  await seedClauses(store, machineClock.now());
  await seedScorecards(store, machineClock.now());
}
