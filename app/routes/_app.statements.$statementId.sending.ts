import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { moveStatementTo } from '~/settlement/move-statement.server';
import { recordId } from '~/shared/record-id';

/** Sends a statement to its vendor. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'statements.send');
  const statementId = recordId(args.params['statementId']);
  const outcome = await moveStatementTo(store, act, { statementId, action: 'send' });
  return answerStep(outcome, `/statements/${statementId}`, { key: 'settlement:notice.sent' });
}
