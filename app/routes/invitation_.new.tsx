import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { takeAttempt } from '~/auth/attempt-limit.server';
import { atTheDoor, typed } from '~/auth/door.server';
import { inEvenTime } from '~/auth/even-time.server';
import { Door } from '~/components/Door';
import { pageTitle } from '~/components/page-title';
import { translate } from '~/locales/i18n.server';
import { askForInvitation } from '~/onboarding/accept-invitation.server';
import { invitedLanguage } from '~/onboarding/invited-language.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t } = atTheDoor(args);
  const invited = await invitedLanguage(reader, args.request);
  return { title: (invited === null ? t : translate(invited))('invitation:door.askedTitle') };
}

/** Mails a new link to whom an earlier one was mailed; the answer is the same whether it still holds or not. */
export async function action(args: ActionFunctionArgs) {
  const { act, store, from } = atTheDoor(args);
  const form = await args.request.formData();
  const wait = await takeAttempt('mailed_link', from.address);
  if (wait !== null) return data(null, { status: 429 });
  const token = typed(form, 'token');
  await inEvenTime(() => askForInvitation(store, act, token));
  args.context.wakeWorker();
  // The used link goes along: it says in which language to answer.
  return redirect(`/invitation/new?${new URLSearchParams({ token }).toString()}`);
}

export default function InvitationAsked() {
  const { t } = useTranslation();
  return (
    <Door title={t('invitation:door.askedTitle')} lead={t('invitation:door.asked')}>
      <a href="/sign-in">{t('invitation:door.signIn')}</a>
    </Door>
  );
}
