import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { readAgain } from '~/jobs/report-work.server';
import { findReport } from '~/kpi/report-queries.server';
import { found, recordId } from '~/shared/record-id';

/** Has a draft's file read once more. */
export async function action(args: ActionFunctionArgs) {
  const { reader, scope, act } = await requirePerson(args, 'reports.submit');
  const report = found(await findReport(reader, scope, recordId(args.params['reportId'])));
  const { id: reportId, vendorId } = report;
  const outcome = await readAgain(args.context, act, { reportId, vendorId });
  if (!outcome.ok) return redirect(`/reports/${reportId}`);
  return redirectWithNotice(`/reports/${reportId}`, { key: 'kpi:notice.readAgain' });
}
