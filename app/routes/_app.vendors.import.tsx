import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { RecordRows } from '~/components/company/RecordRows';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { CheckboxField } from '~/components/form/choices';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { FileDrop } from '~/components/form/FileDrop';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { ImportBadge } from '~/components/registers/ImportBadge';
import { Section } from '~/components/Section';
import { readUploadForm } from '~/components/upload-form.server';
import { useFormat } from '~/components/use-format';
import { importInBackground } from '~/jobs/import-work.server';
import { registerText } from '~/kpi/register-text';
import { latestVendorImports } from '~/vendors/vendor-import-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

const MOST_BYTES = 5_000_000;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, can } = await requirePerson(args, 'vendors.import');
  return {
    title: t('diligence:import.title'),
    mayCreate: can('registers.write'),
    latest: await latestVendorImports(reader, scope),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { act, can } = await requirePerson(args, 'vendors.import');
  const form = await readUploadForm(args.request, MOST_BYTES, 'file');
  if (!form.ok) return refusedForm(form);
  const { values, files } = form.value;
  const read = registerText(files[0]);
  if (!read.ok) return refusedForm(read, values);
  const addsCodes = values['create'] === 'on' && can('registers.write');
  const file = { name: files[0]?.name ?? '', text: read.value, addsCodes };
  const received = await importInBackground(args.context, act, file);
  if (!received.ok) return refusedForm(received, values);
  return redirect(`/vendor-imports/${received.value}`);
}

export default function ImportVendors() {
  const { title, mayCreate, latest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('diligence:import.lead')}
        crumbs={[{ label: t('vendors:title'), href: '/vendors' }]}
        also={
          <ButtonLink href="/vendors/import/template" download>
            {t('diligence:import.template')}
          </ButtonLink>
        }
      />
      <EditForm refusal={answer?.refusal} values={answer?.values} hasFiles>
        <FileDrop
          name="file"
          label={t('diligence:import.file')}
          help={t('diligence:import.fileHelp')}
          accept=".csv,.txt"
          limit={MOST_BYTES}
        />
        {mayCreate && (
          <CheckboxField
            name="create"
            label={t('diligence:import.create')}
            help={t('diligence:import.createHelp')}
          />
        )}
        <FormActions>
          <SubmitButton>{t('diligence:import.submit')}</SubmitButton>
          <ButtonLink href="/vendors" look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
      {latest.length > 0 && (
        <Section title={t('diligence:import.latest')}>
          <RecordRows
            rows={latest.map(({ id, fileName, state, receivedAt, sender }) => ({
              key: id,
              title: fileName,
              href: `/vendor-imports/${id}`,
              facts: [format.instant(receivedAt), sender].filter(Boolean).join(' · '),
              state: <ImportBadge state={state} />,
            }))}
          />
        </Section>
      )}
    </>
  );
}
