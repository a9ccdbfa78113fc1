import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { sendPasswordLink } from '~/auth/send-password-link.server';
import { notFound, recordId } from '~/shared/record-id';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'people.manage');
  const personId = recordId(args.params['personId']);
  const outcome = await sendPasswordLink(store, act, { personId });
  const page = `/people/${personId}`;
  args.context.wakeWorker();
  if (outcome.ok) return redirectWithNotice(page, { key: 'people:notice.linkSent' });
  if (outcome.reason.code === 'not_found') throw notFound();
  return redirect(`${page}?refused=${outcome.reason.code}`);
}
