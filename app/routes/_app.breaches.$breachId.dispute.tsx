import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CaseStep } from '~/components/breach/CaseStep';
import { TextAreaField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { LONGEST_REASON } from '~/shared/reason-text';
import { disputeCase } from '~/sla/dispute-case.server';
import { loadCaseStep, takeCaseStep } from './shared/case-step.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, heading } = await loadCaseStep(args, 'breaches.answer');
  return { title: t('sla:step.dispute.title'), heading };
}

export function action(args: ActionFunctionArgs) {
  return takeCaseStep(args, 'breaches.answer', {
    move: disputeCase,
    notice: 'sla:notice.disputed',
  });
}

export default function Dispute() {
  const { title, heading } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <CaseStep
      heading={heading}
      title={title}
      lead={t('sla:step.dispute.lead')}
      submit={t('sla:act.sendDispute')}
      answer={useActionData<typeof action>()}
    >
      <TextAreaField
        name="text"
        label={t('sla:field.evidence')}
        rows={6}
        maxLength={LONGEST_REASON}
      />
    </CaseStep>
  );
}
