import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { FaultTable } from '~/components/diligence/FaultTable';
import { Button, ButtonLink, SubmitButton } from '~/components/form/buttons';
import { CheckboxField } from '~/components/form/choices';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { FileDrop } from '~/components/form/FileDrop';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { readUploadForm } from '~/components/upload-form.server';
import { registerText } from '~/kpi/register-text';
import { importVendors } from '~/vendors/import-vendors.server';

export const meta = pageTitle;

const MOST_BYTES = 5 * 1024 * 1024;
const FAULTS_SHOWN = 100;

export async function loader(args: LoaderFunctionArgs) {
  const { t, can } = await requirePerson(args, 'vendors.import');
  return { title: t('diligence:import.title'), mayCreate: can('registers.write') };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, can } = await requirePerson(args, 'vendors.import');
  const form = await readUploadForm(args.request, MOST_BYTES, 'file');
  if (!form.ok) return data({ refusal: form, values: {}, file: null }, { status: 422 });
  const { values, files } = form.value;
  const read = registerText(files[0]);
  if (!read.ok) return data({ refusal: read, values, file: null }, { status: 422 });
  const text = read.value;
  const create = values['create'] === 'on' && can('registers.write');
  const answer = await importVendors(store, act, text, { create });
  if (!answer.ok) {
    const faults = answer.faults.slice(0, FAULTS_SHOWN);
    const file = { text, create, faults, left: answer.faults.length - faults.length };
    return data({ refusal: null, values, file }, { status: 422 });
  }
  const { created, changed, unchanged } = answer.value;
  return redirectWithNotice('/vendors', {
    key: 'diligence:notice.vendorsImported',
    params: { created, changed, unchanged },
  });
}

export default function ImportVendors() {
  const { title, mayCreate } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
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
      {answer?.file && (
        <>
          <FaultTable faults={answer.file.faults} left={answer.file.left} />
          <form method="post" action="/vendors/import/remarks">
            <input type="hidden" name="text" value={answer.file.text} />
            <input type="hidden" name="create" value={answer.file.create ? 'on' : ''} />
            <Button type="submit">{t('diligence:import.remarks')}</Button>
          </form>
        </>
      )}
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
    </>
  );
}
