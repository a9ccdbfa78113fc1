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
import { useFormat } from '~/components/use-format';
import { parseCellName } from '~/kpi/cell-name';
import { reportTitle } from '~/kpi/report-page.server';
import { cellsOfReport } from '~/kpi/reading-queries.server';
import { findReport } from '~/kpi/report-queries.server';
import { returnReport } from '~/kpi/return-report.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

/** Cells that one round of changes can name. */
const MOST_CELLS = 200;

type Visit = Awaited<ReturnType<typeof requirePerson>>;

/** The cells that were ticked, as far as the report has them. */
async function tickedCells({ reader }: Visit, reportId: number, names: readonly string[]) {
  const cells = names.slice(0, MOST_CELLS).flatMap((name) => parseCellName(name) ?? []);
  return cellsOfReport(reader, reportId, cells);
}

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'reports.review');
  const { reader, scope, t } = visit;
  const report = found(await findReport(reader, scope, recordId(args.params['reportId'])));
  if (report.state !== 'submitted') throw redirect(`/reports/${report.id}`);
  const names = new URL(args.request.url).searchParams.getAll('cell');
  return {
    title: t('kpi:return.title'),
    report: { id: report.id, title: reportTitle(visit, report) },
    cells: await tickedCells(visit, report.id, names),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requirePerson(args, 'reports.review');
  const { reader, scope, store, act } = visit;
  const report = found(await findReport(reader, scope, recordId(args.params['reportId'])));
  const form = await args.request.formData();
  const values = formValues(form);
  const texts = form.getAll('cell').map(String);
  const cells = await tickedCells(visit, report.id, texts);
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const outcome = await returnReport(store, act, {
    reportId: report.id,
    note: said('note'),
    requests: cells.map(({ name, ...cell }) => ({ ...cell, text: said(`change.${name}`) })),
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/reports/${report.id}`, {
    key: 'kpi:notice.returned',
    next: { href: '/reports?state=submitted', key: 'kpi:notice.nextReport' },
  });
}

export default function ReturnReport() {
  const { title, report, cells } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const format = useFormat();
  const back = `/reports/${report.id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t(cells.length === 0 ? 'kpi:return.none' : 'kpi:return.lead')}
        crumbs={[
          { label: t('kpi:title'), href: '/reports' },
          { label: report.title, href: back },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        {cells.map(({ name, kpi, period, market, service, value }) => (
          <div key={name}>
            <input type="hidden" name="cell" value={name} />
            <TextAreaField
              name={`change.${name}`}
              label={[kpi, format.month(period), market ?? t('kpi:table.total'), service]
                .filter(Boolean)
                .join(' · ')}
              help={`${t('kpi:review.reported')}: ${value === null ? '–' : format.number(value, { maxDigits: 6 })}`}
              rows={2}
            />
          </div>
        ))}
        <TextAreaField
          name="note"
          label={t('kpi:return.note')}
          {...(cells.length > 0 && { help: t('kpi:return.noteHelp') })}
          optional={cells.length > 0}
        />
        <FormActions>
          <SubmitButton>{t('kpi:return.submit')}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('kpi:return.back')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
