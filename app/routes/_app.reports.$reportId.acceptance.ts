import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { acceptAndEvaluate } from '~/jobs/report-work.server';
import { findReport } from '~/kpi/report-queries.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { found, recordId } from '~/shared/record-id';

/** Accepts a submitted report; its terms are evaluated at once. */
export async function action(args: ActionFunctionArgs) {
  const { reader, scope, act } = await requirePerson(args, 'reports.review');
  const report = found(await findReport(reader, scope, recordId(args.params['reportId'])));
  const note = (await args.request.formData()).get('note');
  const outcome = await acceptAndEvaluate(args.context, act, {
    reportId: report.id,
    note: typeof note === 'string' ? note : null,
  });
  return answerStep(outcome, `/reports/${report.id}`, {
    key: 'kpi:notice.accepted',
    params: { readings: report.readingCount },
    next: {
      href: `/breaches?vendor=${encodeURIComponent(report.vendorCode)}`,
      key: 'kpi:notice.seeBreaches',
    },
  });
}
