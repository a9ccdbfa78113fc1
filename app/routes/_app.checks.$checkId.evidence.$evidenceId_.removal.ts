import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { findCheck } from '~/onboarding/check-queries.server';
import { removeEvidence } from '~/onboarding/keep-evidence.server';
import { found, recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Takes evidence out of a check. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'checks.review');
  const checkId = recordId(args.params['checkId']);
  found(await findCheck(reader, scope, checkId));
  const outcome = await removeEvidence(store, act, checkId, recordId(args.params['evidenceId']));
  return answerStep(outcome, `/checks/${checkId}`, { key: 'diligence:notice.evidenceRemoved' });
}
