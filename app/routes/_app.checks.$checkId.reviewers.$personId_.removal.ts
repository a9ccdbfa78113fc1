import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { findCheck } from '~/onboarding/check-queries.server';
import { unshareCheck } from '~/onboarding/share-check.server';
import { found, recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Takes a check away from an outside reviewer. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'checks.assign');
  const checkId = recordId(args.params['checkId']);
  found(await findCheck(reader, scope, checkId));
  const outcome = await unshareCheck(store, act, checkId, recordId(args.params['personId']));
  return answerStep(outcome, `/checks/${checkId}`, { key: 'diligence:notice.unshared' });
}
