import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { addPerson } from '~/auth/add-person.server';
import { personChoices } from '~/auth/people-queries.server';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { PersonFields } from '~/components/people/PersonFields';
import { readSetting } from '~/settings/setting-queries.server';
import { timeZones } from '~/auth/time-zones';
import { formValues } from '~/shared/form-values';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'people.manage');
  return {
    title: t('people:addTitle'),
    choices: await personChoices(reader, scope),
    timeZone: await readSetting(reader, 'time_zone'),
    zones: timeZones(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'people.manage');
  const values = formValues(await args.request.formData());
  const outcome = await addPerson(store, act, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  args.context.wakeWorker();
  const name = String(values['name']);
  return redirectWithNotice(`/people/${outcome.value.personId}`, {
    key: 'people:notice.added',
    params: { name },
  });
}

export default function NewPerson() {
  const { choices, timeZone, zones } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t('people:addTitle')}
        lead={t('people:addHelp')}
        crumbs={[
          { label: t('nav:administration'), href: '/administration' },
          { label: t('people:title'), href: '/people' },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <PersonFields choices={choices} zones={zones} timeZone={timeZone} />
        <FormActions>
          <SubmitButton>{t('people:add')}</SubmitButton>
          <ButtonLink href="/people">{t('common:action.cancel')}</ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
