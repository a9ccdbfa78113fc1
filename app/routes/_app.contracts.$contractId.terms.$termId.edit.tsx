import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { TermForm } from '~/components/contracts/TermForm';
import { ButtonLink } from '~/components/form/buttons';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { changeAgreement } from '~/contracts/gather-change.server';
import { afterChange, dayOfDocument } from '~/contracts/after-change';
import { findContract } from '~/contracts/contract-queries.server';
import { kpiDirections, libraryChoices } from '~/contracts/library-queries.server';
import {
  operatorOfForm,
  refusalOfForm,
  termDocumentOf,
  termFormValues,
} from '~/contracts/term-form';
import { termsForReader } from '~/contracts/term-on-page';
import { findTerm } from '~/contracts/term-queries.server';
import { latestVersion } from '~/contracts/term-version';
import { dayOf } from '~/auth/act';
import { pageTitle } from '~/components/page-title';
import { formValues } from '~/shared/form-values';
import { firstDay, periodOfDate } from '~/shared/period';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, now } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  const term = found(await findTerm(reader, scope, contractId, recordId(args.params['termId'])));
  const today = dayOf(now);
  const latest = found(term.withdrawnAt === null ? latestVersion(term.versions) : null);
  const [shown] = termsForReader([term], {
    ...{ locale, today, startsOn: contract.startsOn, isOwn: false },
  });
  const place = [shown?.service, shown?.market].filter((part) => part != null).join(' · ');
  return {
    title: t('contracts:form.changeTitle', { kpi: shown?.name ?? term.kpi }),
    place: place || t('contracts:wholeVendor'),
    termId: term.id,
    contract: { id: contract.id, title: contract.title },
    choices: await libraryChoices(reader, scope),
    before: { versionId: latest.id, term: latest.term },
    initial: { ...termFormValues(latest.term), effective_from: firstDay(periodOfDate(today) + 1) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, reader, scope, act } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const termId = recordId(args.params['termId']);
  found(await findTerm(reader, scope, contractId, termId));
  const values = formValues(await args.request.formData());
  const directions = await kpiDirections(reader);
  const basedOn = Number(values['basedOn']);
  const document = termDocumentOf(values, directions);
  const outcome = await changeAgreement(store, act, {
    contractId,
    change: {
      ...{ kind: 'term_changed', termId, document },
      basedOn: Number.isSafeInteger(basedOn) ? basedOn : null,
    },
    effectiveFrom: dayOfDocument(document),
    reason: typeof values['reason'] === 'string' ? values['reason'] : '',
  });
  if (!outcome.ok) {
    const refusal = refusalOfForm(outcome, operatorOfForm(values, directions));
    return refusedForm(refusal, values);
  }
  return redirectWithNotice(
    ...afterChange(contractId, outcome.value.amendmentId, {
      href: `/contracts/${contractId}/terms/${termId}`,
      key: 'contracts:notice.termChanged',
    }),
  );
}

export default function ChangeTerm() {
  const { title, place, termId, contract, ...form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const base = `/contracts/${contract.id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={place}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contract.title, href: base },
        ]}
        also={
          <ButtonLink href={`${base}/terms/document?term=${termId}`}>
            {t('contracts:page.asDocument')}
          </ButtonLink>
        }
      />
      <TermForm
        {...form}
        contractId={contract.id}
        back={`${base}/terms/${termId}`}
        refusal={answer?.refusal}
        values={answer?.values}
      />
    </>
  );
}
