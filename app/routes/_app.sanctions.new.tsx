import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { FaultTable } from '~/components/diligence/FaultTable';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { DateField } from '~/components/form/dates';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextField } from '~/components/form/fields';
import { FileDrop } from '~/components/form/FileDrop';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { readUploadForm } from '~/components/upload-form.server';
import { registerText } from '~/kpi/register-text';
import { loadSanctions } from '~/onboarding/load-sanctions.server';
import { refusedFields } from '~/shared/outcome';
import { refusedFormWith } from './shared/refused-form.server';

export const meta = pageTitle;

/** Lists of the large publishers have some ten thousand entries. */
const MOST_BYTES = 20_000_000;
const FAULTS_SHOWN = 100;

export async function loader(args: LoaderFunctionArgs) {
  const { t, now } = await requirePerson(args, 'screening.load');
  return { title: t('diligence:sanctions.load'), today: dayOf(now) };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'screening.load');
  const form = await readUploadForm(args.request, MOST_BYTES, 'file');
  if (!form.ok) return refusedFormWith(form, {}, { faults: [], left: 0 });
  const { values, files } = form.value;
  const text = registerText(files[0]);
  if (!text.ok) return refusedFormWith(text, values, { faults: [], left: 0 });
  const answer = await loadSanctions(store, act, text.value, values);
  if (!answer.ok) {
    const inForm = answer.faults.filter(({ row }) => row === null).map(({ reason }) => reason);
    const faults = answer.faults.filter(({ row }) => row !== null);
    const refusal = inForm.length > 0 ? refusedFields(inForm) : null;
    const left = Math.max(0, faults.length - FAULTS_SHOWN);
    return refusedFormWith(refusal, values, { faults: faults.slice(0, FAULTS_SHOWN), left });
  }
  const { source, entries } = answer.value;
  return redirectWithNotice('/sanctions', {
    key: answer.value.unchanged
      ? 'diligence:notice.sanctionsUnchanged'
      : 'diligence:notice.sanctionsLoaded',
    params: { source, entries },
  });
}

export default function LoadSanctions() {
  const { title, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('diligence:sanctions.loadLead')}
        crumbs={[{ label: t('diligence:sanctions.title'), href: '/sanctions' }]}
      />
      {answer && answer.faults.length > 0 && (
        <FaultTable faults={answer.faults} left={answer.left} />
      )}
      <EditForm refusal={answer?.refusal} values={answer?.values} hasFiles>
        <FileDrop name="file" label={t('diligence:sanctions.file')} accept=".csv,.txt" />
        <TextField
          name="source"
          label={t('common:column.source')}
          help={t('diligence:sanctions.sourceHelp')}
          width="medium"
        />
        <DateField
          name="listedOn"
          label={t('diligence:sanctions.listedOn')}
          initial={today}
          optional
        />
        <TextField name="note" label={t('vendors:details.note')} optional />
        <FormActions>
          <SubmitButton>{t('diligence:sanctions.load')}</SubmitButton>
          <ButtonLink href="/sanctions" look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
