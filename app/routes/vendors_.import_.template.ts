import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { fileAnswer } from '~/components/export.server';
import { vendorFileTemplate } from '~/vendors/vendor-file';

/** An empty vendor file with its columns. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args, 'vendors.import');
  return fileAnswer(
    'vendors.csv',
    'text/csv; charset=utf-8',
    new TextEncoder().encode(vendorFileTemplate()),
  );
}
