import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { CheckStep, headingOf } from '~/components/diligence/CheckStep';
import { RadioField } from '~/components/form/choices';
import { DateField } from '~/components/form/dates';
import { FieldRow } from '~/components/form/EditForm';
import { TextAreaField } from '~/components/form/fields';
import { checkResults, needsSignOff } from '~/onboarding/due-diligence';
import { dayOf } from '~/auth/act';
import { pageTitle } from '~/components/page-title';
import { recordCheckResult } from '~/onboarding/review-check.server';
import { findCheck } from '~/onboarding/check-queries.server';
import { found, recordId } from '~/shared/record-id';
import { takeCheckStep } from './shared/check-step.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, now } = await requirePerson(args, 'checks.review');
  const record = found(await findCheck(reader, scope, recordId(args.params['checkId'])));
  return {
    title: t('diligence:step.result.title'),
    heading: headingOf(record),
    check: { result: record.check.result, finding: record.check.finding },
    asksSignOff: needsSignOff(record.vendor.tier, record.check.kind),
    today: dayOf(now),
  };
}

export function action(args: ActionFunctionArgs) {
  return takeCheckStep(args, 'checks.review', {
    take: recordCheckResult,
    notice: 'diligence:notice.recorded',
  });
}

export default function CheckResult() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <CheckStep
      heading={page.heading}
      title={page.title}
      lead={t('diligence:step.result.lead')}
      submit={t('diligence:step.result.submit')}
      answer={useActionData<typeof action>()}
    >
      <RadioField
        name="result"
        label={t('common:column.result')}
        choices={checkResults.map((value) => ({
          value,
          label: t(`diligence:check.results.${value}`),
          help: t(`diligence:check.resultHelp.${value}`),
        }))}
        initial={page.check.result}
      />
      <TextAreaField
        name="finding"
        label={t('diligence:check.finding')}
        help={t('diligence:check.findingHelp')}
        rows={6}
        maxLength={4000}
        initial={page.check.finding}
      />
      <FieldRow>
        <DateField name="reviewedOn" label={t('diligence:check.reviewedOn')} initial={page.today} />
        <DateField
          name="expiresOn"
          label={t('diligence:check.expiresOn')}
          help={t('diligence:check.expiresHelp')}
          optional
        />
      </FieldRow>
      {page.asksSignOff && <p>{t('diligence:check.signOffFollows')}</p>}
    </CheckStep>
  );
}
