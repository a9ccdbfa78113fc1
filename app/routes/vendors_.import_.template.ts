import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { vendorFileTemplate } from '~/vendors/vendor-file';
import { fileAnswer } from './shared/file-answer.server';

/** An empty vendor file with its columns. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args, 'vendors.import');
  return fileAnswer(
    'vendors.csv',
    'text/csv; charset=utf-8',
    new TextEncoder().encode(vendorFileTemplate()),
  );
}
