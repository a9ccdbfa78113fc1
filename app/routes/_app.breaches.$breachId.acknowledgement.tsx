import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CaseStep } from '~/components/breach/CaseStep';
import { pageTitle } from '~/components/page-title';
import { acknowledgeCase } from '~/sla/acknowledge-case.server';
import { loadCaseStep, takeCaseStep } from './shared/case-step.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, heading } = await loadCaseStep(args, 'breaches.answer');
  return { title: t('sla:step.acknowledgement.title'), heading };
}

export function action(args: ActionFunctionArgs) {
  return takeCaseStep(args, 'breaches.answer', {
    move: acknowledgeCase,
    notice: 'sla:notice.acknowledged',
  });
}

export default function Acknowledgement() {
  const { title, heading } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <CaseStep
      heading={heading}
      title={title}
      lead={t('sla:step.acknowledgement.lead')}
      submit={t('sla:act.acknowledge')}
      answer={useActionData<typeof action>()}
    />
  );
}
