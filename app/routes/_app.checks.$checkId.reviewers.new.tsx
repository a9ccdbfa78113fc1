import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { CheckStep, headingOf } from '~/components/diligence/CheckStep';
import { SelectField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { shareCheck } from '~/onboarding/share-check.server';
import { findCheck, reviewersToChoose } from '~/onboarding/check-queries.server';
import { found, recordId } from '~/shared/record-id';
import { takeCheckStep } from './shared/check-step.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'checks.assign');
  const record = found(await findCheck(reader, scope, recordId(args.params['checkId'])));
  return {
    title: t('diligence:step.share.title'),
    heading: headingOf(record),
    reviewers: (await reviewersToChoose(reader, 'outside')).map(({ id, name, email }) => ({
      value: String(id),
      label: `${name} (${email})`,
    })),
  };
}

export function action(args: ActionFunctionArgs) {
  return takeCheckStep(args, 'checks.assign', {
    take: shareCheck,
    notice: 'diligence:notice.shared',
  });
}

export default function CheckShare() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <CheckStep
      heading={page.heading}
      title={page.title}
      lead={t('diligence:step.share.lead')}
      submit={t('diligence:step.share.submit')}
      answer={useActionData<typeof action>()}
    >
      <SelectField
        name="reviewer"
        label={t('diligence:reviewer.person')}
        help={t('diligence:reviewer.personHelp')}
        choices={page.reviewers}
      />
    </CheckStep>
  );
}
