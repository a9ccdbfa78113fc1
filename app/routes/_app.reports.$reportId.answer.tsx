import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Requests } from '~/components/reports/Requests';
import { Section } from '~/components/Section';
import { answerReport } from '~/kpi/answer-report.server';
import { reportTitle, saidFindings, viewOf } from '~/kpi/report-page.server';
import { findReport } from '~/kpi/report-queries.server';
import { isOfOwnSide } from '~/kpi/report-sides.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'reports.submit');
  const { reader, scope, t } = visit;
  const report = found(await findReport(reader, scope, recordId(args.params['reportId'])));
  if (viewOf(report) !== 'returned' || !isOfOwnSide(report, scope))
    throw redirect(`/reports/${report.id}`);
  return {
    title: t('kpi:answer.title'),
    about: reportTitle(visit, report),
    reportId: report.id,
    note: report.decisionNote,
    requests: await saidFindings(reader, visit, report.id, 'request'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { reader, scope, act, store } = await requirePerson(args, 'reports.submit');
  const { id } = found(await findReport(reader, scope, recordId(args.params['reportId'])));
  const values = formValues(await args.request.formData());
  const { answer } = values;
  const outcome = await answerReport(store, act, {
    reportId: id,
    answer: typeof answer === 'string' ? answer : '',
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/reports/${id}`, { key: 'kpi:notice.answered' });
}

export default function Answer() {
  const { title, about, reportId, note, requests } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} lead={about} />
      <Section title={t('kpi:answer.asked')}>
        <Requests note={note} requests={requests} />
      </Section>
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextAreaField
          name="answer"
          label={t('kpi:answer.answer')}
          help={t('kpi:answer.help')}
          rows={5}
        />
        <FormActions>
          <SubmitButton>{t('kpi:answer.send')}</SubmitButton>
          <ButtonLink href={`/reports/${reportId}`}>{t('common:action.cancel')}</ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
