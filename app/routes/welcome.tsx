import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { createFirstAdministrator, nobodyIsHere } from '~/auth/create-first-administrator.server';
import { atTheDoor, letIn, typed } from '~/auth/door.server';
import { PASSWORD_LENGTH } from '~/auth/password';
import { visitorLanguage } from '~/auth/require-person.server';
import { Door } from '~/components/Door';
import doorClasses from '~/components/Door.module.css';
import { SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { SelectField, TextField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { languageNames, languages } from '~/locales/languages';
import { formValues } from '~/shared/form-values';
import { refusedForm } from './shared/refused-form.server';
import { notFound } from '~/shared/record-id';

export const meta = pageTitle;

const command =
  'npm run -s portal -- user add --role administrator --email … --name … --password-stdin';

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, atThisMachine } = atTheDoor(args);
  if (!(await nobodyIsHere(reader))) throw redirect('/sign-in');
  return {
    title: t('door:welcome.title'),
    language: visitorLanguage(args.request),
    mayCreate: atThisMachine,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { act, store, from, atThisMachine } = atTheDoor(args);
  if (!atThisMachine) throw notFound();
  const form = await args.request.formData();
  const outcome = await createFirstAdministrator(store, act, {
    ...formValues(form),
    password: typed(form, 'password'),
    from,
  });
  if (outcome.ok) return letIn(args.request, outcome.value.token, '/');
  return refusedForm(outcome, formValues(form));
}

export default function Welcome() {
  const { mayCreate, language } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  if (!mayCreate)
    return (
      <Door title={t('door:welcome.elsewhere')} lead={t('door:welcome.elsewhereHelp')}>
        <code className={doorClasses.command}>{command}</code>
      </Door>
    );
  return (
    <Door title={t('door:welcome.title')} lead={t('door:welcome.lead')}>
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextField name="name" label={t('door:welcome.name')} autoComplete="name" />
        <TextField
          name="email"
          type="email"
          label={t('door:signIn.email')}
          autoComplete="username"
          spellCheck={false}
        />
        <TextField
          name="password"
          type="password"
          label={t('door:signIn.password')}
          help={t('door:password.help', { min: PASSWORD_LENGTH.min })}
          autoComplete="new-password"
        />
        <SelectField
          name="locale"
          label={t('people:field.locale')}
          initial={language}
          width="medium"
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <FormActions>
          <SubmitButton>{t('door:welcome.submit')}</SubmitButton>
        </FormActions>
      </EditForm>
    </Door>
  );
}
