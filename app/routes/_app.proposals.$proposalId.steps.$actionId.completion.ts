import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { markSwitchStep } from '~/fallback/finish-switch.server';
import { recordId } from '~/shared/record-id';

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'fallback.propose');
  const proposalId = recordId(args.params['proposalId']);
  const actionId = recordId(args.params['actionId']);
  const outcome = await markSwitchStep(store, act, { proposalId, actionId, isDone: true });
  const page = `/proposals/${proposalId}`;
  if (outcome.ok)
    return redirectWithNotice(page, {
      key: outcome.value.finished ? 'fallback:notice.switched' : 'fallback:notice.stepDone',
    });
  if (outcome.reason.code === 'not_found') throw new Response(null, { status: 404 });
  return redirect(page);
}
