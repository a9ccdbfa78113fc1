import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { fileAnswer } from '~/components/export.server';
import { readKept } from '~/documents/upload-folder.server';
import { found, notFound, recordId } from '~/shared/record-id';
import type { RowFault } from '~/shared/register-file';
import { remarkRegisterFile } from '~/shared/remark-register-file';
import { findVendorImport } from '~/vendors/vendor-import-queries.server';

/** The refused file again, with a column that says of each row what is wrong. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'vendors.import');
  const refused = found(await findVendorImport(reader, scope, recordId(args.params['importId'])));
  if (refused.state !== 'refused') throw notFound();
  const text = new TextDecoder().decode(await readKept(args.context.uploads, refused.sha256));
  const words = ({ column, reason }: RowFault) => {
    const said = t(`errors:${reason.code}` as 'errors:invalid', {
      ...reason.params,
      defaultValue: reason.code,
    });
    return column === null ? said : `${column}: ${said}`;
  };
  const faults = refused.faults ?? [];
  const remarked = remarkRegisterFile(text, faults, t('diligence:file.error'), words);
  return fileAnswer(
    'vendors-errors.csv',
    'text/csv; charset=utf-8',
    new TextEncoder().encode(remarked),
  );
}
