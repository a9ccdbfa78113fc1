import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { SelectField, TextField } from '~/components/form/fields';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { useSay } from '~/components/scorecards/use-say';
import { createScorecard } from '~/onboarding/keep-scorecard.server';
import { findScorecardVersion, usableScorecards } from '~/onboarding/scorecard-queries.server';
import { z } from 'zod';
import { readFields, requiredCode, requiredId } from '~/shared/fields';
import { formValues } from '~/shared/form-values';
import { refused } from '~/shared/outcome';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

const newFields = z.object({ code: requiredCode(), from: requiredId() });

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t } = await requirePerson(args, 'scorecards.write');
  return {
    title: t('assessments:scorecards.newTitle'),
    templates: (await usableScorecards(reader)).map(({ id, document }) => ({
      id,
      name: document.name,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, reader, act } = await requirePerson(args, 'scorecards.write');
  const values = formValues(await args.request.formData());
  const read = readFields(newFields, values);
  if (!read.ok) return refusedForm(read, values);
  const from = await findScorecardVersion(reader, read.value.from);
  const created = from
    ? await createScorecard(store, act, { code: read.value.code, document: from.document })
    : refused('not_a_choice', {}, 'from');
  if (!created.ok) return refusedForm(created, values);
  return redirect(`/scorecards/${created.value.versionId}`);
}

export default function NewScorecard() {
  const { title, templates } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const say = useSay();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('assessments:scorecards.newLead')}
        crumbs={[{ label: t('assessments:scorecards.title'), href: '/scorecards' }]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextField
          name="code"
          label={t('common:column.code')}
          help={t('assessments:scorecards.codeHelp')}
          width="medium"
        />
        <SelectField
          name="from"
          label={t('assessments:scorecards.from')}
          choices={templates.map(({ id, name }) => ({ value: String(id), label: say(name) }))}
        />
        <FormActions>
          <SubmitButton>{t('assessments:scorecards.create')}</SubmitButton>
          <ButtonLink href="/scorecards" look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
