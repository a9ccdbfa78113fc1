import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { takeAttempt } from '~/auth/attempt-limit.server';
import { atTheDoor, typed } from '~/auth/door.server';
import { inEvenTime } from '~/auth/even-time.server';
import { Door } from '~/components/Door';
import { SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { pageTitle } from '~/components/page-title';
import { translate } from '~/locales/i18n.server';
import { askForInvitation } from '~/onboarding/accept-invitation.server';
import { invitedLanguage } from '~/onboarding/invited-language.server';
import { refusedAttempt } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t } = atTheDoor(args);
  const invited = await invitedLanguage(reader, args.request);
  // Whoever asked is led here with the link; without it nobody has, or too often.
  const hasAsked = new URL(args.request.url).searchParams.has('token');
  const words = invited === null ? t : translate(invited);
  return { title: words(hasAsked ? 'invitation:door.askedTitle' : 'invitation:door.again') };
}

/** Mails a new link to whom an earlier one was mailed; the answer is the same whether it still holds or not. */
export async function action(args: ActionFunctionArgs) {
  const { act, store, from } = atTheDoor(args);
  const form = await args.request.formData();
  const token = typed(form, 'token');
  const wait = await takeAttempt('mailed_link', from.address);
  if (wait !== null) return refusedAttempt(wait, { token });
  await inEvenTime(() => askForInvitation(store, act, token));
  args.context.wakeWorker();
  // The used link goes along: it says in which language to answer.
  return redirect(`/invitation/new?${new URLSearchParams({ token }).toString()}`);
}

export default function InvitationAsked() {
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  if (answer)
    return (
      <Door title={t('invitation:door.again')}>
        <EditForm refusal={answer.refusal}>
          <input type="hidden" name="token" value={String(answer.values['token'] ?? '')} />
          <FormActions>
            <SubmitButton>{t('invitation:door.again')}</SubmitButton>
            <a href="/sign-in">{t('invitation:door.signIn')}</a>
          </FormActions>
        </EditForm>
      </Door>
    );
  return (
    <Door title={t('invitation:door.askedTitle')} lead={t('invitation:door.asked')}>
      <a href="/sign-in">{t('invitation:door.signIn')}</a>
    </Door>
  );
}
