import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { moveStatementTo } from '~/settlement/move-statement.server';
import { recordId } from '~/shared/record-id';

/** The vendor agrees to a statement, to the total that its page showed. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'statements.answer');
  const statementId = recordId(args.params['statementId']);
  const seen = (await args.request.formData()).get('total');
  const outcome = await moveStatementTo(store, act, {
    ...{ statementId, action: 'agree' },
    seenMinor: seen === null ? null : Number(seen),
  });
  return answerStep(outcome, `/statements/${statementId}`, { key: 'settlement:notice.agreed' });
}
