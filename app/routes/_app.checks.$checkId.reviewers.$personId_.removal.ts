import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { findCheck } from '~/onboarding/check-queries.server';
import { unshareCheck } from '~/onboarding/share-check.server';
import { found, recordId } from '~/shared/record-id';

/** Takes a check away from an outside reviewer. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'checks.assign');
  const checkId = recordId(args.params['checkId']);
  found(await findCheck(reader, scope, checkId));
  const outcome = await unshareCheck(store, act, checkId, recordId(args.params['personId']));
  if (!outcome.ok && outcome.reason.code === 'not_found') throw new Response(null, { status: 404 });
  return redirectWithNotice(`/checks/${checkId}`, {
    key: outcome.ok ? 'diligence:notice.unshared' : `errors:${outcome.reason.code}`,
  });
}
