import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ContractForm } from '~/components/contracts/ContractForm';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { contractFileOf, refusalOfContractForm } from '~/contracts/contract-form';
import { createContract } from '~/contracts/create-contract.server';
import { vendorChoices } from '~/contracts/library-queries.server';
import { formValues } from '~/shared/form-values';
import { serviceChoices } from '~/vendors/library-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

/** `?vendor=CODE` comes from a vendor's page. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, person } = await requirePerson(args, 'contracts.write');
  const vendor = new URL(args.request.url).searchParams.get('vendor') ?? '';
  return {
    title: t('contracts:form.createTitle'),
    vendors: await vendorChoices(reader, scope),
    services: await serviceChoices(reader),
    timeZones: Intl.supportedValuesOf('timeZone'),
    initial: { vendor, time_zone: person.timeZone, 'report_due.kind': 'day' },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'contracts.write');
  const values = formValues(await args.request.formData());
  const outcome = await createContract(store, act, {
    file: contractFileOf(values),
    state: 'draft',
  });
  if (!outcome.ok) {
    return refusedForm(refusalOfContractForm(outcome), values);
  }
  const { contractId } = outcome.value;
  return redirectWithNotice(`/contracts/${contractId}`, {
    key: 'contracts:notice.created',
    next: { href: `/contracts/${contractId}/terms/new`, key: 'contracts:page.addTerm' },
  });
}

export default function NewContract() {
  const { title, ...choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('contracts:form.createLead')}
        crumbs={[{ label: t('contracts:title'), href: '/contracts' }]}
      />
      <ContractForm
        {...choices}
        isStored={false}
        back="/contracts"
        refusal={answer?.refusal}
        values={answer?.values}
      />
    </>
  );
}
