import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { RadioField } from '~/components/form/choices';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { remarkOnScoring } from '~/onboarding/remark-scoring.server';
import { remarkKinds } from '~/onboarding/scoring';
import { findScoring } from '~/onboarding/scoring-queries.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'assessments.answer');
  const { scoring } = found(await findScoring(reader, scope, recordId(args.params['scoringId'])));
  return { title: t('assessments:remarkTitle'), id: scoring.id };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'assessments.answer');
  const { scoring } = found(await findScoring(reader, scope, recordId(args.params['scoringId'])));
  const values = formValues(await args.request.formData());
  const outcome = await remarkOnScoring(store, act, scoring.id, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/assessments/${scoring.id}`, { key: 'assessments:notice.remarked' });
}

export default function Remark() {
  const { title, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/assessments/${id}`;
  return (
    <>
      <PageHeader title={title} crumbs={[{ label: t('assessments:title'), href: back }]} />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <RadioField
          name="kind"
          label={t('assessments:remarkKind')}
          initial="comment"
          choices={remarkKinds.map((value) => ({
            value,
            label: t(`assessments:remark.${value}`),
            help: t(`assessments:remarkHelp.${value}`),
          }))}
        />
        <TextAreaField name="text" label={t('assessments:remarkText')} rows={6} maxLength={4000} />
        <FormActions>
          <SubmitButton>{t('common:action.send')}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
