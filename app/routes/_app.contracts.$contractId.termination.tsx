import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { EndingForm } from '~/components/contracts/EndingForm';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { readEnding } from '~/contracts/ending';
import { findContract } from '~/contracts/contract-queries.server';
import { terminateContract } from '~/contracts/terminate-contract.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'contracts.write');
  const contract = found(await findContract(reader, scope, recordId(args.params['contractId'])));
  return {
    title: t('contracts:ending.contractTitle', { number: contract.number }),
    contractId: contract.id,
    contractTitle: contract.title,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, reader, scope, act } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  found(await findContract(reader, scope, contractId));
  const values = formValues(await args.request.formData());
  const ending = readEnding(values);
  const outcome = ending.ok
    ? await terminateContract(store, act, { contractId, ...ending.value })
    : ending;
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/contracts/${contractId}`, { key: 'contracts:notice.terminated' });
}

export default function TerminateContract() {
  const { title, contractId, contractTitle } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/contracts/${contractId}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('contracts:ending.contractLead')}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contractTitle, href: back },
        ]}
      />
      <EndingForm
        submit={t('contracts:page.terminate')}
        back={back}
        refusal={answer?.refusal}
        values={answer?.values}
      />
    </>
  );
}
