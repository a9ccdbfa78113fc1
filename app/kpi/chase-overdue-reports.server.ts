import { everything } from '~/auth/act';
import type { Store } from '~db/store.server';
import { chaseReports } from './chase-reports.server';

/** Chases reports that are overdue: tells the vendor and those on our side who watch the service. */
export async function chaseOverdueReports(
  store: Store,
  now: Date,
  asOf: string,
): Promise<{ reportsChased: number }> {
  const act = { actor: { kind: 'job' as const, job: 'chase' }, now, scope: everything };
  return { reportsChased: await chaseReports(store, act, asOf, ['overdue']) };
}
