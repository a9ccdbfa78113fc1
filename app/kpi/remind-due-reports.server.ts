import { everything } from '~/auth/act';
import type { Store } from '~db/store.server';
import { chaseReports } from './chase-reports.server';

/** Reminds vendors of reports that are due: a week before, a day before, and on the day. */
export async function remindDueReports(
  store: Store,
  now: Date,
  asOf: string,
): Promise<{ reportsReminded: number }> {
  const act = { actor: { kind: 'job' as const, job: 'remind' }, now, scope: everything };
  const steps = ['due_in_7', 'due_in_1', 'due_today'] as const;
  return { reportsReminded: await chaseReports(store, act, asOf, steps) };
}
