import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RejectForm } from '~/components/fallback/DecisionForms';
import { DecisionPage } from '~/components/fallback/DecisionPage';
import { pageTitle } from '~/components/page-title';
import { loadDecision, takeDecision } from './shared/decision.server';

export const meta = pageTitle;

export function loader(args: LoaderFunctionArgs) {
  return loadDecision(args, 'reject');
}

export function action(args: ActionFunctionArgs) {
  return takeDecision(args, {
    decision: (values) => ({ kind: 'reject', reason: String(values['reason'] ?? '') }),
    notice: 'fallback:notice.rejected',
  });
}

export default function RejectProposal() {
  const { title, question, deciding, brief } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <DecisionPage
      title={title}
      lead={t('fallback:decision.rejectHelp')}
      question={question}
      of={deciding}
      brief={brief}
    >
      <RejectForm of={deciding} refusal={answer?.refusal ?? null} values={answer?.values ?? null} />
    </DecisionPage>
  );
}
