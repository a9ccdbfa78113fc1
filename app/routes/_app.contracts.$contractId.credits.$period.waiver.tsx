import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { TextAreaField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { answerCreditStep, loadCreditStep } from '~/routes/shared/credit-step.server';
import { SettlementStep } from '~/components/settlement/SettlementStep';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, back, heading } = await loadCreditStep(args, 'credits.decide');
  return { title: t('settlement:step.waiver.title'), back, heading };
}

export async function action(args: ActionFunctionArgs) {
  return answerCreditStep(
    args,
    'credits.decide',
    (values) => ({ action: 'waive', text: String(values['reason'] ?? '') }),
    { key: 'settlement:notice.waived' },
  );
}

export default function Waiver() {
  const { title, back, heading } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <SettlementStep
      title={title}
      lead={t('settlement:step.waiver.lead')}
      crumbs={[
        { label: t('sla:credits.title'), href: '/credits' },
        { label: heading, href: back },
      ]}
      back={back}
      submit={t('settlement:act.waive')}
      answer={useActionData<typeof action>()}
    >
      <TextAreaField name="reason" label={t('settlement:field.reason')} rows={6} maxLength={4000} />
    </SettlementStep>
  );
}
