import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { CheckboxesField, RadioField } from '~/components/form/choices';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { keepContractData } from '~/contracts/check-clause.server';
import { dataKinds } from '~/contracts/clause';
import { clauseStandingOf } from '~/contracts/clause-gap-queries.server';
import { findContract } from '~/contracts/contract-queries.server';
import { transferMechanisms } from '~/contracts/data-transfer';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  const standing = await clauseStandingOf(reader, scope, contractId);
  return {
    title: t('clauses:data.title', { number: contract.number }),
    contract: { id: contract.id, title: contract.title },
    said: standing?.data ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  found(await findContract(reader, scope, contractId));
  const values = formValues(await args.request.formData());
  const outcome = await keepContractData(store, act, contractId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/contracts/${contractId}/clauses`, {
    key: 'clauses:notice.dataSaved',
  });
}

export default function ContractDataForm() {
  const { title, contract, said } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const base = `/contracts/${contract.id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('clauses:data.lead')}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contract.title, href: base },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <RadioField
          name="dataKind"
          label={t('clauses:data.kind')}
          initial={said?.dataKind ?? 'business'}
          choices={dataKinds.map((value) => ({ value, label: t(`clauses:dataKind.${value}`) }))}
        />
        <TextField
          name="workedOnIn"
          label={t('clauses:data.workedOnIn')}
          help={t('clauses:data.workedOnInHelp')}
          initial={said?.workedOnIn.join('; ') ?? null}
          optional
        />
        <CheckboxesField
          name="mechanisms"
          label={t('clauses:data.mechanisms')}
          help={t('clauses:data.mechanismsHelp')}
          initial={said?.mechanisms ?? []}
          choices={transferMechanisms.map((value) => ({
            value,
            label: t(`clauses:mechanism.${value}`),
          }))}
          optional
        />
        <FormActions>
          <SubmitButton>{t('clauses:data.save')}</SubmitButton>
          <ButtonLink href={`${base}/clauses`}>{t('common:action.cancel')}</ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
