import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { TextField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { answerCreditStep, loadCreditStep } from '~/routes/shared/credit-step.server';
import { SettlementStep } from '~/components/settlement/SettlementStep';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, back, heading } = await loadCreditStep(args, 'credits.apply');
  return { title: t('settlement:step.application.title'), back, heading };
}

export async function action(args: ActionFunctionArgs) {
  return answerCreditStep(
    args,
    'credits.apply',
    (values) => ({ action: 'apply', text: String(values['invoiceNumber'] ?? '') }),
    { key: 'settlement:notice.applied' },
  );
}

export default function Application() {
  const { title, back, heading } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <SettlementStep
      title={title}
      lead={t('settlement:step.application.lead')}
      crumbs={[
        { label: t('sla:credits.title'), href: '/credits' },
        { label: heading, href: back },
      ]}
      back={back}
      submit={t('settlement:act.apply')}
      answer={useActionData<typeof action>()}
    >
      <TextField
        name="invoiceNumber"
        label={t('settlement:field.invoice')}
        width="medium"
        maxLength={100}
      />
    </SettlementStep>
  );
}
