import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { CheckStep, headingOf } from '~/components/diligence/CheckStep';
import { RadioField } from '~/components/form/choices';
import { TextAreaField, TextField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { addEvidence } from '~/onboarding/keep-evidence.server';
import { findCheck } from '~/onboarding/check-queries.server';
import { found, recordId } from '~/shared/record-id';
import { takeCheckStep } from './shared/check-step.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'checks.review');
  const record = found(await findCheck(reader, scope, recordId(args.params['checkId'])));
  return {
    title: t('diligence:step.evidence.title'),
    heading: headingOf(record),
  };
}

export function action(args: ActionFunctionArgs) {
  return takeCheckStep(args, 'checks.review', {
    take: addEvidence,
    notice: 'diligence:notice.evidenceAdded',
  });
}

export default function CheckEvidenceForm() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <CheckStep
      heading={page.heading}
      title={page.title}
      lead={t('diligence:step.evidence.lead')}
      submit={t('diligence:step.evidence.submit')}
      answer={useActionData<typeof action>()}
    >
      <RadioField
        name="kind"
        label={t('diligence:evidence.kind')}
        choices={(['link', 'note'] as const).map((value) => ({
          value,
          label: t(`diligence:evidence.kinds.${value}`),
        }))}
        initial="link"
      />
      <TextField
        name="title"
        label={t('diligence:evidence.title')}
        help={t('diligence:evidence.titleHelp')}
        maxLength={200}
      />
      <TextField name="url" label={t('diligence:evidence.url')} optional spellCheck={false} />
      <TextAreaField
        name="note"
        label={t('diligence:evidence.note')}
        optional
        rows={5}
        maxLength={4000}
      />
    </CheckStep>
  );
}
