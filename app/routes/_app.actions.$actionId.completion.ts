import type { ActionFunctionArgs } from '@remix-run/node';
import { actionInWords } from '~/actions/action-queries.server';
import { completeAction } from '~/actions/complete-action.server';
import { requirePerson } from '~/auth/require-person.server';
import { returnPath } from '~/auth/return-path';
import { redirectWithNotice } from '~/components/notice.server';
import { actionSources } from '~/desk/action-sources.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';

/** Ticks an action off, and leads back to where that was asked for. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'actions.write');
  const actionId = recordId(args.params['actionId']);
  found(await actionInWords(reader, scope, actionId));
  const { back } = formValues(await args.request.formData());
  const outcome = await completeAction(store, act, actionId, actionSources);
  if (!outcome.ok && outcome.reason.code === 'not_found') throw new Response(null, { status: 404 });
  const page = typeof back === 'string' ? returnPath(back) : `/actions/${actionId}`;
  if (!outcome.ok)
    return redirectWithNotice(page, {
      key: `errors:${outcome.reason.code}`,
      refused: true,
    });
  return redirectWithNotice(page, {
    key: outcome.value.ended ? 'actions:notice.ended' : 'actions:notice.done',
  });
}
