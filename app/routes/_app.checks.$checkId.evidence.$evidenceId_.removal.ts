import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { findCheck } from '~/onboarding/check-queries.server';
import { removeEvidence } from '~/onboarding/keep-evidence.server';
import { found, recordId } from '~/shared/record-id';

/** Takes evidence out of a check. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'checks.review');
  const checkId = recordId(args.params['checkId']);
  found(await findCheck(reader, scope, checkId));
  const outcome = await removeEvidence(store, act, checkId, recordId(args.params['evidenceId']));
  if (!outcome.ok && outcome.reason.code === 'not_found') throw new Response(null, { status: 404 });
  return redirectWithNotice(`/checks/${checkId}`, {
    key: outcome.ok ? 'diligence:notice.evidenceRemoved' : `errors:${outcome.reason.code}`,
  });
}
