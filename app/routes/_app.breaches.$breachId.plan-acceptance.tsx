import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CaseStep } from '~/components/breach/CaseStep';
import { pageTitle } from '~/components/page-title';
import { acceptPlan } from '~/sla/accept-plan.server';
import { loadCaseStep, takeCaseStep } from './shared/case-step.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, heading } = await loadCaseStep(args, 'breaches.decide');
  return { title: t('sla:step.acceptance.title'), heading };
}

export function action(args: ActionFunctionArgs) {
  return takeCaseStep(args, 'breaches.decide', {
    move: acceptPlan,
    notice: 'sla:notice.planAccepted',
  });
}

export default function PlanAcceptance() {
  const { title, heading } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <CaseStep
      heading={heading}
      title={title}
      lead={t('sla:step.acceptance.lead')}
      submit={t('sla:act.acceptPlan')}
      answer={useActionData<typeof action>()}
    />
  );
}
