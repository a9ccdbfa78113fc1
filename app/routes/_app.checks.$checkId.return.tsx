import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { CheckStep, headingOf } from '~/components/diligence/CheckStep';
import { TextAreaField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { returnCheck } from '~/onboarding/sign-off-check.server';
import { findCheck } from '~/onboarding/check-queries.server';
import { found, recordId } from '~/shared/record-id';
import { takeCheckStep } from './shared/check-step.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'checks.sign');
  const record = found(await findCheck(reader, scope, recordId(args.params['checkId'])));
  return {
    title: t('diligence:step.return.title'),
    heading: headingOf(record),
  };
}

export function action(args: ActionFunctionArgs) {
  return takeCheckStep(args, 'checks.sign', {
    take: returnCheck,
    notice: 'diligence:notice.returned',
  });
}

export default function CheckReturn() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <CheckStep
      heading={page.heading}
      title={page.title}
      lead={t('diligence:step.return.lead')}
      submit={t('diligence:step.return.submit')}
      answer={useActionData<typeof action>()}
    >
      <TextAreaField name="reason" label={t('common:column.reason')} rows={5} maxLength={2000} />
    </CheckStep>
  );
}
