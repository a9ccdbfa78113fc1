import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { revokeAnyToken } from '~/auth/revoke-access-token.server';
import { recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Ends anybody's access token. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'people.manage');
  const outcome = await revokeAnyToken(store, act, { tokenId: recordId(args.params['tokenId']) });
  return answerStep(outcome, '/tokens', { key: 'api:token.revoked' });
}
