import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Act } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { ContractForm } from '~/components/contracts/ContractForm';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { fieldsChangedBy } from '~/contracts/apply-changes.server';
import { changeContract } from '~/contracts/change-contract.server';
import {
  contractFileOf,
  contractFormValues,
  refusalOfContractForm,
} from '~/contracts/contract-form';
import {
  feesOfContracts,
  findContract,
  scopeOfContract,
  volumesOfContract,
} from '~/contracts/contract-queries.server';
import { changeAgreement } from '~/contracts/gather-change.server';
import { isAgreedState } from '~/contracts/contract';
import { formValues } from '~/shared/form-values';
import { done, type Outcome } from '~/shared/outcome';
import { found, recordId } from '~/shared/record-id';
import { serviceChoices } from '~/vendors/library-queries.server';
import type { Store } from '~db/store.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  const fees = await feesOfContracts(reader, [contractId]);
  return {
    title: t('contracts:form.editTitle', { number: contract.number }),
    contractId,
    contractTitle: contract.title,
    vendorName: contract.vendorName,
    services: await serviceChoices(reader),
    timeZones: Intl.supportedValuesOf('timeZone'),
    initial: contractFormValues(
      contract,
      fees,
      await scopeOfContract(reader, contractId),
      await volumesOfContract(reader, contractId),
    ),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, reader, scope, act } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  found(await findContract(reader, scope, contractId));
  const values = formValues(await args.request.formData());
  // Read when all of the form is here: what was a draft when it began to arrive may be signed by now.
  const contract = found(await findContract(reader, scope, contractId));
  if (isAgreedState(contract.state)) {
    const changed = await amend(store, act, contractId, contractFileOf(values));
    if (changed.ok)
      return redirectWithNotice(`/contracts/${contractId}/amendments/${changed.value}`, {
        key: 'contracts:notice.gathered',
      });
    return refusedForm(refusalOfContractForm(changed), values);
  }
  const outcome = await changeContract(store, act, {
    ...{ contractId, file: contractFileOf(values), as: 'draft' },
  });
  if (!outcome.ok) {
    return refusedForm(refusalOfContractForm(outcome), values);
  }
  return redirectWithNotice(`/contracts/${contractId}`, {
    key: outcome.value.changed ? 'contracts:notice.changed' : 'contracts:notice.unchanged',
  });
}

/** What is changed of an agreed contract becomes part of its open amendment. */
async function amend(
  store: Store,
  act: Act,
  contractId: number,
  file: unknown,
): Promise<Outcome<number>> {
  const fields = await fieldsChangedBy(store, act, { contractId, file });
  if (!fields.ok) return fields;
  const gathered = await changeAgreement(store, act, {
    ...{ contractId, change: { kind: 'fields', fields: fields.value } },
    ...{ effectiveFrom: null, reason: '' },
  });
  return gathered.ok ? done(gathered.value.amendmentId ?? 0) : gathered;
}

export default function EditContract() {
  const { title, contractId, contractTitle, vendorName, ...choices } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/contracts/${contractId}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('contracts:form.with', { vendor: vendorName })}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contractTitle, href: back },
        ]}
      />
      <ContractForm
        {...choices}
        vendors={[]}
        isStored
        back={back}
        refusal={answer?.refusal}
        values={answer?.values}
      />
    </>
  );
}
