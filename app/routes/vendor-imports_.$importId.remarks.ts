import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { found, notFound, recordId } from '~/shared/record-id';
import { findVendorImport } from '~/vendors/vendor-import-queries.server';
import { fileAnswer } from './shared/file-answer.server';
import { fileWriter } from './shared/file-writer.server';

/** The refused file again, with a column that says of each row what is wrong. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'vendors.import');
  const { reader, scope, locale } = visit;
  const refused = found(await findVendorImport(reader, scope, recordId(args.params['importId'])));
  if (refused.state !== 'refused') throw notFound();
  const file = await fileWriter(args, visit).writeVendorRemarks({
    sha256: refused.sha256,
    faults: refused.faults ?? [],
    language: locale,
  });
  return fileAnswer('vendors-errors.csv', 'text/csv; charset=utf-8', file);
}
