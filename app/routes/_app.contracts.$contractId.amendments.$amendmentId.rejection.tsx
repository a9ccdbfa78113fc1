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
import { findAmendment } from '~/contracts/amendment-queries.server';
import { findContract } from '~/contracts/contract-queries.server';
import { rejectAmendment } from '~/contracts/decide-amendment.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'contracts.approve');
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  const amendment = found(
    await findAmendment(reader, scope, contractId, recordId(args.params['amendmentId'])),
  );
  return {
    title: t('contracts:amendment.rejectTitle', { number: amendment.number }),
    contract: { id: contractId, title: contract.title },
    amendmentId: amendment.id,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, reader, scope, act } = await requirePerson(args, 'contracts.approve');
  const contractId = recordId(args.params['contractId']);
  const amendmentId = recordId(args.params['amendmentId']);
  found(await findAmendment(reader, scope, contractId, amendmentId));
  const values = formValues(await args.request.formData());
  const outcome = await rejectAmendment(store, act, {
    ...{ contractId, amendmentId },
    remarks: String(values['remarks'] ?? ''),
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/contracts/${contractId}/amendments/${amendmentId}`, {
    key: 'contracts:notice.amendmentRejected',
  });
}

export default function RejectAmendment() {
  const { title, contract, amendmentId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('contracts:amendment.rejectLead')}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contract.title, href: `/contracts/${contract.id}` },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextAreaField name="remarks" label={t('common:column.reason')} rows={4} maxLength={2000} />
        <FormActions>
          <SubmitButton>{t('contracts:amendment.reject')}</SubmitButton>
          <ButtonLink href={`/contracts/${contract.id}/amendments/${amendmentId}`}>
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
