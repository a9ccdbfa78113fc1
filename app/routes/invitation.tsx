import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { takeAttempt } from '~/auth/attempt-limit.server';
import { atTheDoor, letIn, typed } from '~/auth/door.server';
import { PASSWORD_LENGTH } from '~/auth/password';
import { Door } from '~/components/Door';
import { SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { chosenLanguage } from '~/locales/detect';
import { translate } from '~/locales/i18n.server';
import { acceptInvitation, invitationByLink } from '~/onboarding/accept-invitation.server';
import { invitedLanguage } from '~/onboarding/invited-language.server';
import { refusedAttempt, refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t: visitors } = atTheDoor(args);
  const token = new URL(args.request.url).searchParams.get('token') ?? '';
  const invited = await invitedLanguage(reader, args.request);
  const t = invited === null ? visitors : translate(invited);
  const found = await invitationByLink(reader, token);
  return { title: titleOf(t, found), token, ...found };
}

type Found = Awaited<ReturnType<typeof invitationByLink>>;

/** What the browser calls the page is what stands on it. */
function titleOf(t: TFunction, found: Found): string {
  if (found.state === 'unknown') return t('invitation:door.unknownTitle');
  if (found.state === 'live') return t('invitation:door.title', { name: found.invitation.contact });
  return t(`invitation:door.${found.state}Title`);
}

export async function action(args: ActionFunctionArgs) {
  const { act, store, from } = atTheDoor(args);
  const form = await args.request.formData();
  const wait = await takeAttempt('sign_in', from.address);
  if (wait !== null) return refusedAttempt(wait);
  const outcome = await acceptInvitation(store, act, {
    token: typed(form, 'token'),
    password: typed(form, 'password'),
    language: chosenLanguage(args.request.headers.get('Cookie')),
    from,
  });
  return outcome.ok ? letIn(args.request, outcome.value.session, '/company') : refusedForm(outcome);
}

/** Where an invitation's link leads: the button signs in once; a link that no longer works says why and what to do. */
export default function Invitation() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  if (page.state === 'unknown' || page.state !== 'live')
    return <DeadLink state={page.state} token={page.token} />;
  const { contact, vendorName } = page.invitation;
  return (
    <Door
      title={t('invitation:door.title', { name: contact })}
      lead={t('invitation:door.lead', { vendor: vendorName })}
    >
      <EditForm refusal={answer?.refusal}>
        <input type="hidden" name="token" value={page.token} />
        <TextField
          name="password"
          type="password"
          label={t('invitation:door.password')}
          help={t('invitation:door.passwordHelp', { min: PASSWORD_LENGTH.min })}
          autoComplete="new-password"
          optional
        />
        <FormActions>
          <SubmitButton>{t('invitation:door.enter')}</SubmitButton>
        </FormActions>
      </EditForm>
    </Door>
  );
}

function DeadLink({ state, token }: { state: 'used' | 'expired' | 'unknown'; token: string }) {
  const { t } = useTranslation();
  return (
    <Door title={t(`invitation:door.${state}Title`)} lead={t(`invitation:door.${state}`)}>
      {state !== 'unknown' && (
        <Form method="post" action="/invitation/new">
          <input type="hidden" name="token" value={token} />
          <SubmitButton action="/invitation/new">{t('invitation:door.again')}</SubmitButton>
        </Form>
      )}
      <a href="/sign-in">{t('invitation:door.signIn')}</a>
    </Door>
  );
}
