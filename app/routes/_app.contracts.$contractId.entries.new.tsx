import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { RadioField } from '~/components/form/choices';
import { MonthField } from '~/components/form/dates';
import { EditForm, FieldRow, FormActions } from '~/components/form/EditForm';
import { NumberField, TextAreaField } from '~/components/form/fields';
import { FileDrop } from '~/components/form/FileDrop';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { readUploadForm } from '~/components/upload-form.server';
import { findContract } from '~/contracts/contract-queries.server';
import { acceptedEndings } from '~/documents/document';
import { documentLimit } from '~/documents/keep-document.server';
import { manualKinds } from '~/settlement/manual-kind';
import { proposeManualEntry } from '~/settlement/propose-manual-entry.server';
import { found, recordId } from '~/shared/record-id';
import { formatPeriod, lastMonthOver } from '~/shared/period';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, now } = await requirePerson(args, 'accounts.write');
  const contract = found(await findContract(reader, scope, recordId(args.params['contractId'])));
  return {
    title: t('settlement:manual.propose'),
    contract: { id: contract.id, number: contract.number, currency: contract.currency },
    month: formatPeriod(lastMonthOver(dayOf(now))),
    limit: await documentLimit(reader),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { reader, scope, act } = await requirePerson(args, 'accounts.write');
  const contractId = recordId(args.params['contractId']);
  found(await findContract(reader, scope, contractId));
  const form = await readUploadForm(args.request, await documentLimit(reader), 'file');
  if (!form.ok) return refusedForm(form);
  const { values, files } = form.value;
  const [file] = files;
  const outcome = await proposeManualEntry(args.context, act, {
    ...{ contractId, input: values },
    ...(file && { file }),
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/contracts/${contractId}/entries/${outcome.value.entryId}`, {
    key: 'settlement:manual.notice.proposed',
  });
}

export default function ProposeEntry() {
  const { title, contract, month, limit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/contracts/${contract.id}/account`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('settlement:manual.proposeLead')}
        crumbs={[
          { label: contract.number, href: `/contracts/${contract.id}` },
          { label: t('settlement:account.title', { contract: contract.number }), href: back },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values} hasFiles>
        <RadioField
          name="kind"
          label={t('settlement:account.kind')}
          help={t('settlement:manual.kindHelp')}
          initial="penalty"
          choices={manualKinds.map((value) => ({ value, label: t(`settlement:manual.${value}`) }))}
        />
        <FieldRow>
          <MonthField name="period" label={t('common:column.period')} initial={month} />
          <NumberField
            name="amount"
            label={t('settlement:manual.amount')}
            unit={contract.currency}
            width="medium"
          />
        </FieldRow>
        <TextAreaField
          name="reason"
          label={t('settlement:manual.reason')}
          help={t('settlement:manual.reasonHelp')}
          maxLength={2000}
        />
        <TextAreaField
          name="evidence"
          label={t('settlement:manual.evidence')}
          help={t('settlement:manual.evidenceHelp')}
          rows={3}
          maxLength={2000}
        />
        <FileDrop
          name="file"
          label={t('settlement:manual.file')}
          optional
          accept={acceptedEndings}
          limit={limit}
        />
        <FormActions>
          <SubmitButton>{t('settlement:manual.send')}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
