import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { RejectForm } from '~/components/fallback/DecisionForms';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { decideProposal } from '~/fallback/decide-proposal.server';
import { findProposal } from '~/fallback/proposal-queries.server';
import { decidingOf, proposalTitle } from '~/fallback/proposal-words';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale } = await requirePerson(args, 'fallback.decide');
  const proposalId = recordId(args.params['proposalId']);
  const { snapshot } = found(await findProposal(reader, scope, proposalId));
  return {
    title: t('fallback:decision.rejectTitle'),
    question: proposalTitle(snapshot, t, locale),
    deciding: decidingOf(proposalId, snapshot),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, reader, scope, act } = await requirePerson(args, 'fallback.decide');
  const proposalId = recordId(args.params['proposalId']);
  found(await findProposal(reader, scope, proposalId));
  const values = formValues(await args.request.formData());
  const outcome = await decideProposal(store, act, proposalId, {
    kind: 'reject',
    reason: String(values['reason'] ?? ''),
  });
  if (!outcome.ok) return data({ refusal: outcome, values }, { status: 422 });
  return redirectWithNotice(`/proposals/${proposalId}`, { key: 'fallback:notice.rejected' });
}

export default function RejectProposal() {
  const { title, question, deciding } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('fallback:decision.rejectHelp')}
        crumbs={[
          { label: t('fallback:title'), href: '/fallback' },
          { label: question, href: `/proposals/${deciding.proposalId}` },
        ]}
      />
      <RejectForm of={deciding} refusal={answer?.refusal ?? null} values={answer?.values ?? null} />
    </>
  );
}
