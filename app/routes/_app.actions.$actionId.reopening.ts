import type { ActionFunctionArgs } from '@remix-run/node';
import { actionInWords } from '~/actions/action-queries.server';
import { reopenAction } from '~/actions/complete-action.server';
import { requirePerson } from '~/auth/require-person.server';
import { returnPath } from '~/auth/return-path';
import { actionSources } from '~/desk/action-sources.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Opens an action again, and leads back to where that was asked for. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'actions.write');
  const actionId = recordId(args.params['actionId']);
  found(await actionInWords(reader, scope, actionId));
  const { back } = formValues(await args.request.formData());
  const outcome = await reopenAction(store, act, actionId, actionSources);
  const page = typeof back === 'string' ? returnPath(back) : `/actions/${actionId}`;
  return answerStep(outcome, page, { key: 'actions:notice.reopened' });
}
