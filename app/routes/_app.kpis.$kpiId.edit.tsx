import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { KpiForm } from '~/components/registers/KpiForm';
import { keepKpi } from '~/kpi/define-kpis.server';
import { findKpi, kpiChoices } from '~/kpi/kpi-library-queries.server';
import { formValues } from '~/shared/form-values';
import { nameFor } from '~/shared/named';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, locale } = await requirePerson(args, 'library.write');
  const kpi = found(await findKpi(reader, recordId(args.params['kpiId'])));
  const samples = await kpiChoices(reader, locale);
  const name = nameFor(kpi, locale);
  return {
    title: t('library:kpi.editTitle', { name }),
    name,
    kpi,
    samples: samples.filter(({ value }) => value !== kpi.code),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'library.write');
  const kpiId = recordId(args.params['kpiId']);
  const values = formValues(await args.request.formData());
  const outcome = await keepKpi(store, act, kpiId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/kpis/${kpiId}`, { key: 'library:notice.kpiSaved' });
}

export default function EditKpi() {
  const { title, name, kpi, samples } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/kpis/${kpi.id}`;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('library:kpi.title'), href: '/kpis' },
          { label: name, href: back },
        ]}
      />
      <KpiForm
        initial={kpi}
        samples={samples}
        back={back}
        refusal={answer?.refusal}
        values={answer?.values}
      />
    </>
  );
}
