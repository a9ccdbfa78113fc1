import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { readAgain } from '~/jobs/report-work.server';
import { rememberMapping } from '~/kpi/remember-mapping.server';
import { findReport } from '~/kpi/report-queries.server';
import { found, recordId } from '~/shared/record-id';

/** Remembers for the vendor what the columns of a draft's sheet are, and has the file read again by it. */
export async function action(args: ActionFunctionArgs) {
  const { reader, scope, store, act } = await requirePerson(args, 'reports.submit');
  const report = found(await findReport(reader, scope, recordId(args.params['reportId'])));
  const { id: reportId, vendorId } = report;
  const form = await args.request.formData();
  const sheet = found(report.layout?.sheets[Number(form.get('sheet'))]);
  const { fingerprint } = sheet;
  const mapping = parsedJson(form.get('mapping'));
  const remembered = await store.transact(async () => {
    const kept = await rememberMapping(store, act, { vendorId, fingerprint, mapping });
    return kept.ok ? readAgain(args.context, act, { reportId, vendorId }) : kept;
  });
  args.context.wakeWorker();
  if (!remembered.ok) return redirect(`/reports/${reportId}/mapping`);
  return redirectWithNotice(`/reports/${reportId}`, { key: 'kpi:notice.mapped' });
}

function parsedJson(value: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(typeof value === 'string' ? value : '');
  } catch {
    return null;
  }
}
