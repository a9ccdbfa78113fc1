import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CaseStep } from '~/components/breach/CaseStep';
import { pageTitle } from '~/components/page-title';
import { closeCase } from '~/sla/close-case.server';
import { loadCaseStep, takeCaseStep } from './shared/case-step.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, heading } = await loadCaseStep(args, 'breaches.decide');
  return { title: t('sla:step.closure.title'), heading };
}

export function action(args: ActionFunctionArgs) {
  return takeCaseStep(args, 'breaches.decide', { move: closeCase, notice: 'sla:notice.closed' });
}

export default function Closure() {
  const { title, heading } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <CaseStep
      heading={heading}
      title={title}
      lead={t('sla:step.closure.lead')}
      submit={t('sla:act.close')}
      answer={useActionData<typeof action>()}
    />
  );
}
