import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { findReport } from '~/kpi/report-queries.server';
import { withdrawReport } from '~/kpi/withdraw-report.server';
import { found, recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Takes a report back that waits for review. */
export async function action(args: ActionFunctionArgs) {
  const { reader, scope, store, act } = await requirePerson(args, 'reports.submit');
  const { id } = found(await findReport(reader, scope, recordId(args.params['reportId'])));
  const outcome = await withdrawReport(store, act, { reportId: id });
  args.context.wakeWorker();
  return answerStep(outcome, `/reports/${id}`, { key: 'kpi:notice.withdrawn' });
}
