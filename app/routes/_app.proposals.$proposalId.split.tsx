import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { SplitForm } from '~/components/fallback/DecisionForms';
import { DecisionPage } from '~/components/fallback/DecisionPage';
import { pageTitle } from '~/components/page-title';
import { readShares } from '~/fallback/decision-form';
import { loadDecision, takeDecision } from './shared/decision.server';

export const meta = pageTitle;

export function loader(args: LoaderFunctionArgs) {
  return loadDecision(args, 'split');
}

export function action(args: ActionFunctionArgs) {
  return takeDecision(args, {
    decision: (values) => ({ kind: 'split', parts: readShares(values) }),
    notice: 'fallback:notice.split',
  });
}

export default function SplitVolume() {
  const { title, question, deciding, brief } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <DecisionPage
      title={title}
      lead={t('fallback:decision.splitHelp')}
      question={question}
      of={deciding}
      brief={brief}
    >
      <SplitForm of={deciding} refusal={answer?.refusal ?? null} values={answer?.values ?? null} />
    </DecisionPage>
  );
}
