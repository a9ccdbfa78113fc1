import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { findContract } from '~/contracts/contract-queries.server';
import { returnContract } from '~/contracts/return-contract.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'contracts.approve');
  const contract = found(await findContract(reader, scope, recordId(args.params['contractId'])));
  return {
    title: t('contracts:life.returnTitle', { number: contract.number }),
    contractId: contract.id,
    contractTitle: contract.title,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, reader, scope, act } = await requirePerson(args, 'contracts.approve');
  const contractId = recordId(args.params['contractId']);
  found(await findContract(reader, scope, contractId));
  const values = formValues(await args.request.formData());
  const outcome = await returnContract(store, act, {
    contractId,
    remarks: String(values['remarks'] ?? ''),
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/contracts/${contractId}`, { key: 'contracts:notice.returned' });
}

export default function ReturnContract() {
  const { title, contractId, contractTitle } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/contracts/${contractId}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('contracts:life.returnLead')}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contractTitle, href: back },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextAreaField
          name="remarks"
          label={t('contracts:life.remarks')}
          rows={5}
          maxLength={2000}
        />
        <FormActions>
          <SubmitButton>{t('contracts:life.return')}</SubmitButton>
          <ButtonLink href={back}>{t('common:action.cancel')}</ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
