import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { notFound, recordId } from '~/shared/record-id';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { sendAgain } from '~/notifications/send-again.server';

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/mail/${params['mailId']}`);

/** Sends a letter again that failed or was kept. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'people.manage');
  const mailId = recordId(args.params['mailId']);
  const outcome = await sendAgain(store, act, mailId);
  if (outcome.ok) {
    args.context.wakeWorker();
    return redirectWithNotice(`/mail/${mailId}`, { key: 'jobs:mail.queuedAgain' });
  }
  if (outcome.reason.code === 'not_found') throw notFound();
  const isCleared = outcome.reason.code === 'mail_cleared';
  return redirectWithNotice(`/mail/${mailId}`, {
    key: isCleared ? 'jobs:mail.cleared' : 'jobs:mail.notFailed',
  });
}
