import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { DateField } from '~/components/form/dates';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { useFormat } from '~/components/use-format';
import { findContract } from '~/contracts/contract-queries.server';
import { renewContract } from '~/contracts/renew-contract.server';
import { nextTermEnd } from '~/contracts/renewal';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { readTypedDate } from '~/shared/typed-date';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'contracts.write');
  const contract = found(await findContract(reader, scope, recordId(args.params['contractId'])));
  return {
    title: t('contracts:renewing.title', { number: contract.number }),
    contract: { id: contract.id, title: contract.title, ends: contract.endsOn },
    ends: nextTermEnd(contract) ?? '',
  };
}

/** Proposes the renewal; somebody else approves it as an amendment. */
export async function action(args: ActionFunctionArgs) {
  const { store, reader, scope, act } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  found(await findContract(reader, scope, contractId));
  const values = formValues(await args.request.formData());
  const typed = String(values['ends'] ?? '').trim();
  const outcome = await renewContract(store, act, {
    contractId,
    ends: readTypedDate(typed) ?? typed,
    reason: String(values['reason'] ?? ''),
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/contracts/${contractId}/amendments/${outcome.value.amendmentId}`, {
    key: 'contracts:notice.renewalProposed',
  });
}

export default function RenewContract() {
  const { title, contract, ends } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('contracts:renewing.lead')}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contract.title, href: `/contracts/${contract.id}` },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <DateField
          name="ends"
          label={t('contracts:renewing.ends')}
          help={
            contract.ends
              ? t('contracts:renewing.endsHelp', { ends: format.date(contract.ends) })
              : undefined
          }
          initial={ends}
        />
        <TextAreaField name="reason" label={t('common:column.reason')} rows={3} maxLength={500} />
        <FormActions>
          <SubmitButton>{t('contracts:renewing.propose')}</SubmitButton>
          <ButtonLink href={`/contracts/${contract.id}`}>{t('common:action.cancel')}</ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
