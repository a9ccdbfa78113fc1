import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { removeRequirement } from '~/contracts/keep-requirement.server';
import { recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

export const loader = ({ params }: LoaderFunctionArgs) =>
  redirect(`/clauses/library/${params['clauseId']}`);

/** Takes a rule back that asks for a clause. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'library.write');
  const clauseId = recordId(args.params['clauseId']);
  const requirementId = recordId(args.params['requirementId']);
  const outcome = await removeRequirement(store, act, clauseId, requirementId);
  return answerStep(outcome, `/clauses/library/${clauseId}`, { key: 'clauses:notice.ruleRemoved' });
}
