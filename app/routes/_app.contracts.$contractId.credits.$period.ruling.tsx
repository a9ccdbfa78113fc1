import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RadioField } from '~/components/form/choices';
import { TextAreaField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { answerCreditStep, loadCreditStep } from '~/routes/shared/credit-step.server';
import { SettlementStep } from '~/components/settlement/SettlementStep';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, back, heading } = await loadCreditStep(args, 'credits.decide');
  return { title: t('settlement:step.ruling.title'), back, heading };
}

export async function action(args: ActionFunctionArgs) {
  return answerCreditStep(
    args,
    'credits.decide',
    (values) => ({
      action: values['upheld'] === 'yes' ? 'uphold_dispute' : 'reject_dispute',
      text: String(values['reason'] ?? ''),
    }),
    { key: 'settlement:notice.ruled' },
  );
}

export default function Ruling() {
  const { title, back, heading } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <SettlementStep
      title={title}
      lead={t('settlement:step.ruling.lead')}
      crumbs={[
        { label: t('sla:credits.title'), href: '/credits' },
        { label: heading, href: back },
      ]}
      back={back}
      submit={t('settlement:act.rule')}
      answer={useActionData<typeof action>()}
    >
      <RadioField
        name="upheld"
        label={t('settlement:field.upheld')}
        initial="no"
        choices={[
          { value: 'yes', label: t('settlement:field.uphold') },
          { value: 'no', label: t('settlement:field.reject') },
        ]}
      />
      <TextAreaField name="reason" label={t('settlement:field.reason')} rows={6} maxLength={4000} />
    </SettlementStep>
  );
}
