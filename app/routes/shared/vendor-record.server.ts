import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { Act } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { formValues, type FormValues } from '~/shared/form-values';
import type { Outcome } from '~/shared/outcome';
import { found, newOrId, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';
import type { Store } from '~db/store.server';
import { refusedForm } from './refused-form.server';

/** Who asks for the form of one of a vendor's records, of which vendor; `recordId` is null where it is a new one. */
export async function vendorRecordAsked(args: LoaderFunctionArgs, param: string) {
  const person = await requirePerson(args, 'vendors.write');
  const { reader, scope } = person;
  const { id, name } = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  return { ...person, vendor: { id, name }, recordId: newOrId(args.params[param]) };
}

type Keep = (
  store: Store,
  act: Act,
  vendorId: number,
  recordId: number | null,
  values: FormValues,
) => Promise<Outcome<unknown>>;

/** Keeps what the form of a vendor's record says and leads back to the vendor; refused, the form keeps what was typed. */
export async function saveVendorRecord(
  args: ActionFunctionArgs,
  { param, keep, notice }: { param: string; keep: Keep; notice: string },
) {
  const { store, act, vendor, recordId } = await vendorRecordAsked(args, param);
  const values = formValues(await args.request.formData());
  const outcome = await keep(store, act, vendor.id, recordId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/vendors/${vendor.id}`, { key: notice });
}
