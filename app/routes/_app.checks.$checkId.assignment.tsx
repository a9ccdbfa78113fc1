import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { CheckStep, headingOf } from '~/components/diligence/CheckStep';
import { SelectField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { assignCheck } from '~/onboarding/review-check.server';
import { findCheck, reviewersToChoose } from '~/onboarding/check-queries.server';
import { found, recordId } from '~/shared/record-id';
import { takeCheckStep } from './shared/check-step.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'checks.assign');
  const record = found(await findCheck(reader, scope, recordId(args.params['checkId'])));
  return {
    title: t('diligence:step.assignment.title'),
    heading: headingOf(record),
    reviewer: record.check.reviewerId,
    reviewers: (await reviewersToChoose(reader, 'inside')).map(({ id, name, role }) => ({
      value: String(id),
      label: `${name} · ${t(`common:role.${role}`)}`,
    })),
  };
}

export function action(args: ActionFunctionArgs) {
  return takeCheckStep(args, 'checks.assign', {
    take: assignCheck,
    notice: 'diligence:notice.assigned',
  });
}

export default function CheckAssignment() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <CheckStep
      heading={page.heading}
      title={page.title}
      lead={t('diligence:step.assignment.lead')}
      submit={t('diligence:step.assignment.submit')}
      answer={useActionData<typeof action>()}
    >
      <SelectField
        name="reviewer"
        label={t('diligence:check.reviewer')}
        initial={page.reviewer === null ? null : String(page.reviewer)}
        choices={page.reviewers}
      />
    </CheckStep>
  );
}
