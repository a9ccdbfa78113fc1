import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { discardReport } from '~/kpi/discard-report.server';
import { findReport } from '~/kpi/report-queries.server';
import { found, recordId } from '~/shared/record-id';

/** Throws a draft away. */
export async function action(args: ActionFunctionArgs) {
  const { reader, scope, store, act } = await requirePerson(args, 'reports.submit');
  const { id } = found(await findReport(reader, scope, recordId(args.params['reportId'])));
  const outcome = await discardReport(store, act, { reportId: id });
  if (!outcome.ok) return redirect(`/reports/${id}`);
  return redirectWithNotice('/reports', { key: 'kpi:notice.discarded' });
}
