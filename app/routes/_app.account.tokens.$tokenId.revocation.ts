import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { revokeOwnToken } from '~/auth/revoke-access-token.server';
import { recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Ends one of the own access tokens. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'api.use');
  const outcome = await revokeOwnToken(store, act, { tokenId: recordId(args.params['tokenId']) });
  return answerStep(outcome, '/account/tokens', { key: 'api:token.revoked' });
}
