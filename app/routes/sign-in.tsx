import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { returnAttempt, takeAttempt } from '~/auth/attempt-limit.server';
import { nobodyIsHere } from '~/auth/create-first-administrator.server';
import { demoAccounts, demoSignIns } from '~/auth/demo-account-queries.server';
import { isShutDemoSignIn } from '~/auth/demo-accounts';
import { atTheDoor, letIn, typed } from '~/auth/door.server';
import { inEvenTime } from '~/auth/even-time.server';
import { signedIn } from '~/auth/require-person.server';
import { returnPath } from '~/auth/return-path';
import { closeSession, sessionToken } from '~/auth/session.server';
import { signIn } from '~/auth/sign-in.server';
import { Door } from '~/components/Door';
import doorClasses from '~/components/Door.module.css';
import { SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextField } from '~/components/form/fields';
import { Callout } from '~/components/Notice';
import { pageTitle } from '~/components/page-title';
import { formValues } from '~/shared/form-values';
import { refused } from '~/shared/outcome';
import { refusedAttempt, refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, demoDate, atThisMachine } = atTheDoor(args);
  const params = new URL(args.request.url).searchParams;
  const to = returnPath(params.get('to'));
  if (await nobodyIsHere(reader)) throw redirect('/welcome');
  if (await signedIn(args)) throw redirect(to);
  return {
    title: t('door:signIn.title'),
    to,
    demoDate,
    notice: params.has('password-set') ? ('passwordSet' as const) : null,
    accounts: args.context.demo && atThisMachine ? await demoSignIns(reader) : [],
  };
}

export async function action(args: ActionFunctionArgs) {
  const { act, store, reader, from, atThisMachine } = atTheDoor(args);
  const form = await args.request.formData();
  const [email, password] = [typed(form, 'email'), typed(form, 'password')];
  const values = formValues(form);
  const wait = await takeAttempt('sign_in', from.address);
  if (wait !== null) return refusedAttempt(wait, values);
  const known = args.context.demo ? await demoAccounts(reader) : [];
  if (isShutDemoSignIn(known, { email: email.trim().toLowerCase(), password }, atThisMachine))
    return refusedForm(refused('demo_elsewhere'), values);
  const outcome = await inEvenTime(() => signIn(store, act, { email, password, from }));
  if (!outcome.ok) return refusedForm(outcome, values);
  await returnAttempt('sign_in', from.address);
  const before = await sessionToken(args.request);
  if (before) await closeSession(store, before);
  return letIn(args.request, outcome.value.token, returnPath(typed(form, 'to')));
}

export default function SignIn() {
  const { to, notice, accounts, demoDate } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <Door title={t('door:signIn.title')} demoDate={demoDate}>
      {notice && !answer && <Callout tone="done">{t(`door:signIn.${notice}`)}</Callout>}
      <EditForm reload refusal={answer?.refusal} values={answer?.values}>
        <input type="hidden" name="to" value={to} />
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
          autoComplete="current-password"
        />
        <FormActions>
          <SubmitButton>{t('door:signIn.submit')}</SubmitButton>
          <a href="/password-reset">{t('door:signIn.forgotten')}</a>
        </FormActions>
      </EditForm>
      {accounts.length > 0 && <DemoAccounts accounts={accounts} to={to} />}
    </Door>
  );
}

type Account = Awaited<ReturnType<typeof demoSignIns>>[number];

function DemoAccounts({ accounts, to }: { accounts: readonly Account[]; to: string }) {
  const { t } = useTranslation();
  return (
    <section className={doorClasses.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('door:signIn.demoTitle')}</h2>
      <p>{t('door:signIn.demoHelp')}</p>
      <ul>
        {accounts.map(({ email, password, name, role, vendor }) => (
          <li key={email}>
            <Form method="post">
              <input type="hidden" name="to" value={to} />
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <button
                type="submit"
                className={doorClasses.account}
                aria-label={t('door:signIn.demoSubmit', { name })}
              >
                <span>{name}</span>
                <span>{vendor ?? t(`common:role.${role}`)}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
