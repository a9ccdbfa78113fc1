import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CaseStep } from '~/components/breach/CaseStep';
import { TextAreaField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { LONGEST_REASON } from '~/shared/reason-text';
import { waiveCase } from '~/sla/waive-case.server';
import { loadCaseStep, takeCaseStep } from './shared/case-step.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, heading } = await loadCaseStep(args, 'breaches.decide');
  return { title: t('sla:step.waiver.title'), heading };
}

export function action(args: ActionFunctionArgs) {
  return takeCaseStep(args, 'breaches.decide', { move: waiveCase, notice: 'sla:notice.waived' });
}

export default function Waiver() {
  const { title, heading } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <CaseStep
      heading={heading}
      title={title}
      lead={t('sla:step.waiver.lead')}
      submit={t('sla:act.waive')}
      answer={useActionData<typeof action>()}
    >
      <TextAreaField
        name="text"
        label={t('sla:field.reason')}
        rows={6}
        maxLength={LONGEST_REASON}
      />
    </CaseStep>
  );
}
