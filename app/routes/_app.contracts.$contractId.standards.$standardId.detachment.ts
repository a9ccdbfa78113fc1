import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { detachStandard } from '~/contracts/apply-standard.server';
import { recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

export const loader = ({ params }: LoaderFunctionArgs) =>
  redirect(`/contracts/${recordId(params['contractId'])}`);

/** Lets a contract follow a standard no longer. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const standardId = recordId(args.params['standardId']);
  const outcome = await detachStandard(store, act, { contractId, standardId });
  return answerStep(outcome, `/standards/${standardId}`, { key: 'standards:notice.detached' });
}
