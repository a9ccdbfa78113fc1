import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { deactivatePerson } from '~/auth/deactivate-person.server';
import { notFound, recordId } from '~/shared/record-id';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'people.manage');
  const personId = recordId(args.params['personId']);
  const outcome = await deactivatePerson(store, act, { personId });
  const page = `/people/${personId}`;
  if (outcome.ok) return redirectWithNotice(page, { key: 'people:notice.deactivated' });
  if (outcome.reason.code === 'not_found') throw notFound();
  return redirect(`${page}?refused=${outcome.reason.code}`);
}
