import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { CheckStep, headingOf } from '~/components/diligence/CheckStep';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { returnCheck } from '~/onboarding/sign-off-check.server';
import { findCheck } from '~/onboarding/check-queries.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'checks.sign');
  const record = found(await findCheck(reader, scope, recordId(args.params['checkId'])));
  return {
    title: t('diligence:step.return.title'),
    heading: headingOf(record),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'checks.sign');
  const checkId = recordId(args.params['checkId']);
  found(await findCheck(reader, scope, checkId));
  const values = formValues(await args.request.formData());
  const outcome = await returnCheck(store, act, checkId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/checks/${checkId}`, { key: 'diligence:notice.returned' });
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
