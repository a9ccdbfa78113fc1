import { everything, type Act } from '~/auth/act';
import { expireChecks } from '~/onboarding/expire-checks.server';
import { openChecksOfNewcomers } from '~/onboarding/open-checks.server';
import type { Store } from '~db/store.server';

/** Opens the checks that newcomers' tiers ask for, and marks results that have run out. */
export async function followDueDiligence(store: Store, now: Date, asOf: string) {
  const act: Act = { actor: { kind: 'job', job: 'checks' }, now, scope: everything };
  return store.transact(async (tx) => ({
    checksOpened: await openChecksOfNewcomers(tx, act),
    checksExpired: await expireChecks(tx, act, asOf),
  }));
}
