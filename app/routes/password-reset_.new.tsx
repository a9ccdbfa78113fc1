import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { takeAttempt } from '~/auth/attempt-limit.server';
import { atTheDoor, typed } from '~/auth/door.server';
import { PASSWORD_LENGTH } from '~/auth/password';
import { findLink } from '~/auth/password-link.server';
import { clearedCookie } from '~/auth/session.server';
import { setPasswordByLink } from '~/auth/set-password.server';
import { Door } from '~/components/Door';
import { SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { refusedAttempt, refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t } = atTheDoor(args);
  const token = new URL(args.request.url).searchParams.get('token') ?? '';
  const person = await findLink(reader, token);
  return { title: t('door:reset.title'), token, email: person?.email ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const { act, store, from } = atTheDoor(args);
  const form = await args.request.formData();
  const wait = await takeAttempt('sign_in', from.address);
  if (wait !== null) return refusedAttempt(wait);
  const outcome = await setPasswordByLink(store, act, {
    token: typed(form, 'token'),
    password: typed(form, 'password'),
  });
  if (!outcome.ok) return refusedForm(outcome);
  return redirect('/sign-in?password-set', { headers: { 'Set-Cookie': await clearedCookie() } });
}

export default function NewPassword() {
  const { token, email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  if (email === null)
    return (
      <Door title={t('door:reset.deadTitle')} lead={t('door:reset.dead')}>
        <a href="/password-reset">{t('door:reset.again')}</a>
      </Door>
    );
  return (
    <Door title={t('door:reset.title')} lead={t('door:reset.newLead', { email })}>
      <EditForm refusal={answer?.refusal}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="username" value={email} autoComplete="username" />
        <TextField
          name="password"
          type="password"
          label={t('door:password.label')}
          help={t('door:password.help', { min: PASSWORD_LENGTH.min })}
          autoComplete="new-password"
        />
        <FormActions>
          <SubmitButton>{t('door:password.save')}</SubmitButton>
        </FormActions>
      </EditForm>
    </Door>
  );
}
