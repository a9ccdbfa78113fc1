import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { fileAnswer } from '~/components/export.server';
import { formValues } from '~/shared/form-values';
import type { RowFault } from '~/shared/register-file';
import { remarkRegisterFile } from '~/shared/remark-register-file';
import { faultsOfVendorFile } from '~/vendors/import-vendors.server';

/** The refused file again, with a column that says of each row what is wrong. */
export async function action(args: ActionFunctionArgs) {
  const { reader, act, t, can } = await requirePerson(args, 'vendors.import');
  const values = formValues(await args.request.formData());
  const text = typeof values['text'] === 'string' ? values['text'] : '';
  const create = values['create'] === 'on' && can('registers.write');
  const faults = await faultsOfVendorFile(reader, act, text, { create });
  const words = ({ column, reason }: RowFault) => {
    const said = t(`errors:${reason.code}` as 'errors:invalid', {
      ...reason.params,
      defaultValue: reason.code,
    });
    return column === null ? said : `${column}: ${said}`;
  };
  const remarked = remarkRegisterFile(text, faults, t('diligence:file.error'), words);
  return fileAnswer(
    'vendors-errors.csv',
    'text/csv; charset=utf-8',
    new TextEncoder().encode(remarked),
  );
}
