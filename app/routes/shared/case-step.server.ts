import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { Act } from '~/auth/act';
import type { Permission } from '~/auth/permission';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { formValues, textsOf, type FormValues } from '~/shared/form-values';
import type { Outcome } from '~/shared/outcome';
import { found, recordId } from '~/shared/record-id';
import { caseOfBreach, headingOfBreach } from '~/sla/breach-queries.server';
import type { Store } from '~db/store.server';
import { refusedForm } from './refused-form.server';

/** What the page of a step in the case of a breach shows: which breach it is about. */
export async function loadCaseStep(args: LoaderFunctionArgs, permission: Permission) {
  const { reader, scope, locale, t } = await requirePerson(args, permission);
  const breachId = recordId(args.params['breachId']);
  return { t, heading: found(await headingOfBreach(reader, scope, breachId, { t, locale })) };
}

/** What a form says of a case: its text, empty where it has none, and all its fields. */
type Said = { caseId: number; text: string; values: FormValues };

type Step = {
  move: (store: Store, act: Act, said: Said) => Promise<Outcome<unknown>>;
  notice: string;
};

/** Takes a step in the case of a breach as the form says and leads back to the breach. */
export async function takeCaseStep(
  args: ActionFunctionArgs,
  permission: Permission,
  { move, notice }: Step,
) {
  const { store, act, reader, scope } = await requirePerson(args, permission);
  const breachId = recordId(args.params['breachId']);
  const caseId = found(await caseOfBreach(reader, scope, breachId));
  const values = formValues(await args.request.formData());
  const { text = '' } = textsOf(values, ['text']);
  const outcome = await move(store, act, { caseId, text, values });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/breaches/${breachId}`, { key: notice });
}
