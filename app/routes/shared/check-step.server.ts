import type { ActionFunctionArgs } from '@remix-run/node';
import type { Act } from '~/auth/act';
import type { Permission } from '~/auth/permission';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { findCheck } from '~/onboarding/check-queries.server';
import { formValues, type FormValues } from '~/shared/form-values';
import type { Outcome } from '~/shared/outcome';
import { found, recordId } from '~/shared/record-id';
import type { Store } from '~db/store.server';
import { refusedForm } from './refused-form.server';

type Step = {
  take: (store: Store, act: Act, checkId: number, values: FormValues) => Promise<Outcome<unknown>>;
  notice: string;
};

/** Takes a step of a due diligence check as the form says and leads back to the check. */
export async function takeCheckStep(
  args: ActionFunctionArgs,
  permission: Permission,
  { take, notice }: Step,
) {
  const { store, act, reader, scope } = await requirePerson(args, permission);
  const checkId = recordId(args.params['checkId']);
  found(await findCheck(reader, scope, checkId));
  const values = formValues(await args.request.formData());
  const outcome = await take(store, act, checkId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/checks/${checkId}`, { key: notice });
}
