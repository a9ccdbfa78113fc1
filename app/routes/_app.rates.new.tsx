import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextField } from '~/components/form/fields';
import { FileDrop } from '~/components/form/FileDrop';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { readUploadForm } from '~/components/upload-form.server';
import { loadRates } from '~/rates/load-rates.server';
import { readRateUpload } from '~/rates/rate-upload';
import { refused } from '~/shared/outcome';
import { refusedForm } from './shared/refused-form.server';

const LIMIT_BYTES = 10_000_000;

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t } = await requirePerson(args, 'rates.load');
  return { title: t('settlement:rates.loadTitle') };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'rates.load');
  const form = await readUploadForm(args.request, LIMIT_BYTES, 'file');
  if (!form.ok) return refusedForm(form);
  const { values, files } = form.value;
  const source = String(values['source'] ?? '').trim();
  if (source === '') return refusedForm(refused('required', {}, 'source'), values);
  const read = readRateUpload(files.map(({ bytes }) => new TextDecoder().decode(bytes)));
  if (!read.ok) return refusedForm(read, values);
  const counts = await loadRates(store, act, { rates: read.value, source });
  return redirectWithNotice('/rates', { key: 'settlement:notice.rates', params: counts });
}

export default function LoadRates() {
  const { title } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('settlement:rates.loadLead')}
        crumbs={[
          { label: t('settlement:title'), href: '/statements' },
          { label: t('settlement:rates.title'), href: '/rates' },
        ]}
      />
      <EditForm
        hasFiles
        refusal={answer && !answer.refusal.ok ? answer.refusal : undefined}
        values={answer?.values}
      >
        <FileDrop
          name="file"
          label={t('settlement:rates.files')}
          accept=".csv"
          limit={LIMIT_BYTES}
          multiple
        />
        <TextField
          name="source"
          label={t('settlement:rates.source')}
          help={t('settlement:rates.sourceHelp')}
          initial="ECB"
          width="medium"
          maxLength={100}
        />
        <FormActions>
          <SubmitButton>{t('settlement:rates.load')}</SubmitButton>
          <ButtonLink href="/rates" look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
