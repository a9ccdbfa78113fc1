import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { KpiForm } from '~/components/registers/KpiForm';
import { keepKpi } from '~/kpi/define-kpis.server';
import { kpiChoices } from '~/kpi/kpi-library-queries.server';
import { formValues } from '~/shared/form-values';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, locale } = await requirePerson(args, 'library.write');
  return { title: t('library:kpi.addTitle'), samples: await kpiChoices(reader, locale) };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'library.write');
  const values = formValues(await args.request.formData());
  const outcome = await keepKpi(store, act, null, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/kpis/${outcome.value.kpiId}`, { key: 'library:notice.kpiSaved' });
}

export default function AddKpi() {
  const { title, samples } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} crumbs={[{ label: t('library:kpi.title'), href: '/kpis' }]} />
      <KpiForm samples={samples} back="/kpis" refusal={answer?.refusal} values={answer?.values} />
    </>
  );
}
