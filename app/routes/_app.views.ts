import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { returnPath } from '~/auth/return-path';
import { formValues } from '~/shared/form-values';
import { saveView } from '~/views/save-view.server';
import { viewHref } from '~/views/view';
import { answerStep } from './shared/answer-step.server';

/** Saves the question of the list that posts here, and leads back to it. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args);
  const { list, search, ...values } = formValues(await args.request.formData());
  const asked = { list: String(list ?? '/'), search: String(search ?? '') };
  const outcome = await saveView(store, act, { ...values, ...asked });
  return answerStep(outcome, returnPath(viewHref(asked)), { key: 'kit:view.saved' });
}
