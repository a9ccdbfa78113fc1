import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { returnAttempt, takeAttempt } from '~/auth/attempt-limit.server';
import { typed } from '~/auth/door.server';
import { PASSWORD_LENGTH } from '~/auth/password';
import { requirePerson } from '~/auth/require-person.server';
import { sessionToken } from '~/auth/session.server';
import { changeOwnPassword } from '~/auth/set-password.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { refusedAttempt, refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { person, t } = await requirePerson(args);
  return { title: t('people:account.changePassword'), email: person.email };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, person } = await requirePerson(args);
  const form = await args.request.formData();
  const key = `person ${person.id}`;
  const wait = await takeAttempt('sign_in', key);
  if (wait !== null) return refusedAttempt(wait);
  const outcome = await changeOwnPassword(store, act, {
    current: typed(form, 'current'),
    password: typed(form, 'password'),
    session: (await sessionToken(args.request)) ?? '',
  });
  if (!outcome.ok) return refusedForm(outcome);
  await returnAttempt('sign_in', key);
  return redirectWithNotice('/account', { key: 'people:account.passwordChanged' });
}

export default function ChangePassword() {
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t('people:account.changePassword')}
        lead={t('people:account.passwordHelp')}
        crumbs={[{ label: t('people:account.title'), href: '/account' }]}
      />
      <EditForm refusal={answer?.refusal}>
        <input type="hidden" name="username" value={email} autoComplete="username" />
        <TextField
          name="current"
          type="password"
          label={t('people:account.current')}
          width="medium"
          autoComplete="current-password"
        />
        <TextField
          name="password"
          type="password"
          label={t('door:password.label')}
          help={t('door:password.help', { min: PASSWORD_LENGTH.min })}
          width="medium"
          autoComplete="new-password"
        />
        <FormActions>
          <SubmitButton>{t('people:account.changePassword')}</SubmitButton>
          <ButtonLink href="/account">{t('common:action.cancel')}</ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
