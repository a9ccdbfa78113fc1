import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { releaseScoring } from '~/onboarding/conclude-scoring.server';
import { recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Shows the result of an assessment to the vendor, or says why it can't be. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'assessments.open');
  const scoringId = recordId(args.params['scoringId']);
  const outcome = await releaseScoring(store, act, scoringId);
  const page = `/assessments/${scoringId}`;
  return answerStep(outcome, page, { key: 'assessments:notice.released' });
}
