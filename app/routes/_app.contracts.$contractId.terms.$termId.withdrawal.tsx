import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { EndingForm } from '~/components/contracts/EndingForm';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { findContract } from '~/contracts/contract-queries.server';
import { readEnding } from '~/contracts/ending';
import { findTerm } from '~/contracts/term-queries.server';
import { afterChange } from '~/contracts/after-change';
import { changeAgreement } from '~/contracts/gather-change.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  const term = found(await findTerm(reader, scope, contractId, recordId(args.params['termId'])));
  const kpi = locale === 'en' ? term.kpiEn : term.kpiZh;
  return {
    title: t('contracts:ending.termTitle', { kpi }),
    contractTitle: contract.title,
    kpi,
    base: `/contracts/${contractId}`,
    back: `/contracts/${contractId}/terms/${term.id}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, reader, scope, act } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const termId = recordId(args.params['termId']);
  found(await findTerm(reader, scope, contractId, termId));
  const values = formValues(await args.request.formData());
  const ending = readEnding(values);
  const outcome = ending.ok
    ? await changeAgreement(store, act, {
        ...{ contractId, effectiveFrom: null, reason: ending.value.reason },
        change: { kind: 'term_ended', termId, lastDay: ending.value.lastDay },
      })
    : ending;
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(
    ...afterChange(contractId, outcome.value.amendmentId, {
      href: `/contracts/${contractId}`,
      key: 'contracts:notice.termEnded',
    }),
  );
}

export default function WithdrawTerm() {
  const { title, contractTitle, kpi, base, back } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('contracts:ending.termLead')}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contractTitle, href: base },
          { label: kpi, href: back },
        ]}
      />
      <EndingForm
        submit={t('contracts:ending.endTerm')}
        back={back}
        refusal={answer?.refusal}
        values={answer?.values}
      />
    </>
  );
}
