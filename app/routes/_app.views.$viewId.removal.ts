import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { returnPath } from '~/auth/return-path';
import { redirectWithNotice } from '~/components/notice.server';
import { found, recordId } from '~/shared/record-id';
import { removeView } from '~/views/save-view.server';
import { viewHref } from '~/views/view';

/** Forgets a view of the person's own, and leads back to the list, where it can be had again. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args);
  const outcome = await removeView(store, act, recordId(args.params['viewId']));
  const { list, name, search } = found(outcome.ok ? outcome.value : null);
  return redirectWithNotice(returnPath(viewHref({ list, search })), {
    key: 'kit:view.removed',
    undo: '/views',
    undoValues: { list, name, search },
  });
}
