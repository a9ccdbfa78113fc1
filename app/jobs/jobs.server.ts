import { chaseActions } from '~/actions/chase-actions.server';
import { everything } from '~/auth/act';
import { reassessVendors } from '~/onboarding/reassess-vendors.server';
import { screenVendors } from '~/onboarding/screen-vendors.server';
import { proposeDue } from '~/fallback/propose-due.server';
import { deliverOutbox, hasDueMail, type Postman } from '~/notifications/deliver-outbox.server';
import { chaseOverdueReports } from '~/kpi/chase-overdue-reports.server';
import { remindDueReports } from '~/kpi/remind-due-reports.server';
import { clearExpired } from '~/privacy/clear-expired.server';
import { loadRatesFolder } from '~/rates/load-rates-folder.server';
import { followRecords } from '~/reviews/follow-records.server';
import { freezeDuePacks } from '~/reviews/freeze-due.server';
import { planDueReviews } from '~/reviews/plan-due.server';
import { remindOfReviews } from '~/reviews/remind-reviews.server';
import { activateVendors } from '~/contracts/activate-vendors.server';
import { levelEvaluated } from '~/settlement/level-credits.server';
import { settleMonths } from '~/settlement/settle-month.server';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { followCases } from '~/sla/follow-cases.server';
import type { Runner } from '~/shared/runner.server';
import type { Store } from '~db/store.server';
import { followDueDiligence } from './follow-due-diligence.server';
import { remindDates } from './remind-dates.server';
import type { JobCounts, JobName } from './schedule';

export type JobContext = {
  store: Store;
  /** Who runs it. */
  runner: Runner;
  now: Date;
  /** The job looks back from the end of this day. */
  asOf: string;
  /** Delivers mail; null where there is nothing to deliver with, and mail is kept. */
  postman: Postman | null;
  /** Told when the runner has to end: what it can't write by then is left to others. */
  stop?: AbortSignal;
  /** Hears what a runner waits for. */
  log?: (line: string) => void;
};

type Job = (context: JobContext) => Promise<JobCounts>;

/** What each job does. Every one of them may run twice, and does nothing the second time. */
export const jobs: Record<JobName, Job> = {
  remind: ({ store, now, asOf }) => remindDueReports(store, now, asOf),
  chase: ({ store, now, asOf }) => chaseOverdueReports(store, now, asOf),
  'chase-actions': ({ store, now, asOf }) => chaseActions(store, now, asOf),
  'remind-dates': ({ store, now, asOf }) => remindDates(store, now, asOf),
  checks: ({ store, now, asOf }) => followDueDiligence(store, now, asOf),
  reassess: ({ store, now, asOf }) => reassessVendors(store, now, asOf),
  screen: ({ store, now }) =>
    screenVendors(store, { actor: { kind: 'job', job: 'screen' }, now, scope: everything }),
  evaluate: async ({ store, now, asOf }) => {
    await activateVendors(store, now, asOf);
    const counts = await evaluateDueContracts(store, now, asOf);
    await levelEvaluated(store, now, asOf);
    return counts;
  },
  cases: ({ store, now, asOf }) => followCases(store, now, asOf),
  settle: ({ store, now, asOf }) => settleMonths(store, now, asOf),
  'plan-reviews': ({ store, now, asOf }) => planDueReviews(store, now, asOf),
  'freeze-packs': ({ store, now, asOf }) => freezeDuePacks(store, now, asOf),
  'review-records': ({ store, now, asOf }) => followRecords(store, now, asOf),
  'remind-reviews': ({ store, now, asOf }) => remindOfReviews(store, now, asOf),
  rates: ({ store, now }) => loadRatesFolder(store, now, process.env['RATES_FOLDER']),
  clear: ({ store, now }) => clearExpired(store, now),
  propose: ({ store, now, asOf }) => proposeDue(store, now, asOf),
  'deliver-mail': deliverOutbox,
};

/** Jobs that run often say when there is nothing to do, so that their empty runs leave no rows. */
export const isIdle: Partial<Record<JobName, (context: JobContext) => Promise<boolean>>> = {
  'deliver-mail': async ({ store, runner, now }) => !(await hasDueMail(store.read, runner, now)),
};
