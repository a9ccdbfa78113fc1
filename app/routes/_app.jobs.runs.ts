import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { record } from '~/audit/record.server';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { queueWork } from '~/jobs/queue-work.server';
import { isJobName } from '~/jobs/schedule';
import { formValues } from '~/shared/form-values';
import { refused } from '~/shared/outcome';
import { readTypedDate } from '~/shared/typed-date';
import { refusedForm } from './shared/refused-form.server';

export const loader = () => redirect('/jobs');

/** Starts a job by hand for a day; it runs in the background. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, t } = await requirePerson(args, 'jobs.run');
  const { job, asOf: day } = formValues(await args.request.formData());
  const asOf = typeof day === 'string' ? readTypedDate(day) : null;
  if (typeof job !== 'string' || !isJobName(job))
    return refusedForm(refused('not_a_choice', {}, 'job'));
  if (asOf === null) return refusedForm(refused('not_a_date', {}, 'asOf'));
  await store.transact(async (tx) => {
    await queueWork(tx, act, 'run-job', { job, asOf });
    await record(tx, act, {
      action: 'job.started',
      entity: 'job',
      entityId: job,
      after: { asOf },
    });
  });
  args.context.wakeWorker();
  return redirectWithNotice('/jobs', {
    key: 'jobs:notice.queued',
    params: { job: t(`jobs:name.${job}`) },
  });
}
