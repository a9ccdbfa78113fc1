import {
  redirectDocument,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { nameAgent } from '~/auth/agent';
import { changeAccount } from '~/auth/change-account.server';
import { requirePerson } from '~/auth/require-person.server';
import { openSessions, sessionToken, tokenHash } from '~/auth/session.server';
import { timeZones } from '~/auth/time-zones';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { SelectField, TextField } from '~/components/form/fields';
import { noticeCookie } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { SessionList } from '~/components/people/SessionList';
import { TimeZoneField } from '~/components/people/TimeZoneField';
import { Section } from '~/components/Section';
import { languageCookie } from '~/locales/language-cookie';
import { isLanguage, languageNames, languages } from '~/locales/languages';
import { formValues } from '~/shared/form-values';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, person, t, can } = await requirePerson(args);
  const here = tokenHash((await sessionToken(args.request)) ?? '');
  const sessions = await openSessions(reader, person.id);
  return {
    title: t('people:account.title'),
    person,
    usesPrograms: can('api.use'),
    zones: timeZones(),
    sessions: sessions.map(({ agent, ...session }) => ({
      ...session,
      ...nameAgent(agent),
      isHere: session.id === here,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args);
  const values = formValues(await args.request.formData());
  const outcome = await changeAccount(store, act, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  const headers = new Headers({
    'Set-Cookie': await noticeCookie({ key: 'people:account.saved' }),
  });
  if (isLanguage(values['locale'])) headers.append('Set-Cookie', languageCookie(values['locale']));
  return redirectDocument('/account', { headers });
}

export default function Account() {
  const { person, usesPrograms, zones, sessions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('people:account.title')} lead={person.email} />
      <Section title={t('people:account.details')} help={t('people:account.roleHelp')}>
        <EditForm refusal={answer?.refusal} values={answer?.values}>
          <TextField
            name="name"
            label={t('people:field.name')}
            initial={person.name}
            autoComplete="name"
          />
          <SelectField
            name="locale"
            label={t('people:field.locale')}
            initial={person.locale}
            width="medium"
            choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
          <TimeZoneField zones={zones} initial={person.timeZone} />
          <FormActions>
            <SubmitButton>{t('people:account.save')}</SubmitButton>
          </FormActions>
        </EditForm>
      </Section>
      <Section
        title={t('people:account.password')}
        help={t('people:account.passwordHelp')}
        action={
          <ButtonLink href="/account/password">{t('people:account.changePassword')}</ButtonLink>
        }
      >
        {null}
      </Section>
      {usesPrograms && (
        <Section
          title={t('people:account.api')}
          help={t('people:account.apiHelp')}
          action={<ButtonLink href="/account/tokens">{t('people:account.apiOpen')}</ButtonLink>}
        >
          {null}
        </Section>
      )}
      <SessionList sessions={sessions} />
    </>
  );
}
