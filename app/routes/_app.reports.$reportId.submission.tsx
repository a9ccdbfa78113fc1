import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { ReportHead } from '~/components/reports/ReportHead';
import { SubmissionForm } from '~/components/reports/SubmissionForm';
import { submitAndEvaluate } from '~/jobs/report-work.server';
import { findingsOf } from '~/kpi/finding-queries.server';
import { onPage, reportTitle, saidFindings, viewOf } from '~/kpi/report-page.server';
import { waitingChoices } from '~/kpi/report';
import { findReport } from '~/kpi/report-queries.server';
import { waitingBeside } from '~/kpi/waiting-reports.server';
import { formValues, type FormValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

/** As many as a report may keep: the comment for all reaches those too that the page does not show. */
const MOST_WARNINGS = 100_000;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'reports.submit');
  const { reader, scope, person, can } = visit;
  const report = found(await findReport(reader, scope, recordId(args.params['reportId'])));
  if (viewOf(report) !== 'draft') throw redirect(`/reports/${report.id}`);
  return {
    title: reportTitle(visit, report),
    report: onPage(report),
    viewer: {
      isOwn: person.role === 'vendor',
      isSender: false,
      canSubmit: true,
      canReview: can('reports.review'),
      isOfOwnSide: true,
      canWithdraw: false,
    },
    warnings: await saidFindings(reader, visit, report.id, 'warning'),
    waiting: await waitingBeside(reader, report),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { reader, scope, act } = await requirePerson(args, 'reports.submit');
  const { id } = found(await findReport(reader, scope, recordId(args.params['reportId'])));
  const values = formValues(await args.request.formData());
  const warnings = await saidFindingIds(reader, id);
  const outcome = await submitAndEvaluate(args.context, act, {
    reportId: id,
    comments: commentsOf(values, warnings),
    comment: textOf(values, 'note'),
    waiting: waitingChoices.find((choice) => choice === textOf(values, 'waiting')) ?? null,
  });
  if (!outcome.ok) {
    const { code } = outcome.reason;
    if (code === 'too_long' || code === 'report_waits' || code === 'report_stays')
      return refusedForm(outcome, values);
    if (code !== 'warnings_need_comments') return redirect(`/reports/${id}`);
    const fields = warnings
      .filter((warning) => (commentsOf(values, warnings)[warning] ?? '').trim() === '')
      .map((warning) => ({ code: 'required', field: `comment.${warning}` }));
    const refusal = { ...outcome, fields: [outcome.reason, ...fields] };
    return refusedForm(refusal, values);
  }
  const isAccepted = outcome.value.state === 'accepted';
  return redirectWithNotice(`/reports/${id}`, {
    key: isAccepted ? 'kpi:notice.submittedAccepted' : 'kpi:notice.submitted',
  });
}

async function saidFindingIds(reader: Parameters<typeof findingsOf>[0], reportId: number) {
  const wanted = { severity: 'warning', limit: MOST_WARNINGS } as const;
  return (await findingsOf(reader, reportId, wanted)).map(({ id }) => id);
}

/** A comment for each warning: its own, else the one given for all. */
function commentsOf(values: FormValues, warnings: readonly number[]): Record<number, string> {
  const shared = textOf(values, 'comment.all');
  return Object.fromEntries(
    warnings.map((id) => [id, textOf(values, `comment.${id}`).trim() || shared]),
  );
}

function textOf(values: FormValues, name: string): string {
  const value = values[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

export default function Submission() {
  const { report, viewer, warnings, waiting } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <ReportHead report={report} viewer={viewer} />
      <SubmissionForm
        report={report}
        warnings={warnings}
        waiting={waiting}
        refusal={answer?.refusal}
        values={answer?.values}
      />
    </>
  );
}
