import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { findCheck } from '~/onboarding/check-queries.server';
import { signOffCheck } from '~/onboarding/sign-off-check.server';
import { forbidden, found, recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** A second person stands behind a result; the reviewer's own sign-off is refused here too. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'checks.sign');
  const checkId = recordId(args.params['checkId']);
  found(await findCheck(reader, scope, checkId));
  const outcome = await signOffCheck(store, act, checkId);
  if (!outcome.ok && outcome.reason.code === 'check_own') throw forbidden();
  return answerStep(outcome, `/checks/${checkId}`, { key: 'diligence:notice.signedOff' });
}
