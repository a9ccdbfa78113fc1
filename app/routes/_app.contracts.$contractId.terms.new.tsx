import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { TermForm } from '~/components/contracts/TermForm';
import { ButtonLink } from '~/components/form/buttons';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { afterChange, dayOfDocument } from '~/contracts/after-change';
import { changeAgreement } from '~/contracts/gather-change.server';
import { findContract } from '~/contracts/contract-queries.server';
import { kpiDirections, libraryChoices } from '~/contracts/library-queries.server';
import { operatorOfForm, refusalOfForm, termDocumentOf } from '~/contracts/term-form';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'contracts.write');
  const contract = found(await findContract(reader, scope, recordId(args.params['contractId'])));
  return {
    title: t('contracts:form.addTitle'),
    contract: { id: contract.id, title: contract.title },
    choices: await libraryChoices(reader, scope),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, reader, scope, act } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  found(await findContract(reader, scope, contractId));
  const values = formValues(await args.request.formData());
  const directions = await kpiDirections(reader);
  const document = termDocumentOf(values, directions);
  const outcome = await changeAgreement(store, act, {
    ...{ contractId, change: { kind: 'term_added', document } },
    effectiveFrom: dayOfDocument(document),
    reason: typeof values['reason'] === 'string' ? values['reason'].trim() : '',
  });
  if (!outcome.ok) {
    const refusal = refusalOfForm(outcome, operatorOfForm(values, directions));
    return refusedForm(refusal, values);
  }
  return redirectWithNotice(
    ...afterChange(contractId, outcome.value.amendmentId, {
      href: `/contracts/${contractId}`,
      key: 'contracts:notice.termAdded',
    }),
  );
}

export default function NewTerm() {
  const { title, contract, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/contracts/${contract.id}`;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contract.title, href: back },
        ]}
        also={
          <ButtonLink href={`${back}/terms/document`}>{t('contracts:page.asDocument')}</ButtonLink>
        }
      />
      <TermForm
        contractId={contract.id}
        choices={choices}
        initial={{}}
        before={null}
        back={back}
        refusal={answer?.refusal}
        values={answer?.values}
      />
    </>
  );
}
