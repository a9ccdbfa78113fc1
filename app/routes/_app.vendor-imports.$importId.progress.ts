import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { found, recordId } from '~/shared/record-id';
import { findVendorImport } from '~/vendors/vendor-import-queries.server';

/** How far an import of vendors has come: asked by its page while it waits. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope } = await requirePerson(args, 'vendors.import');
  const taken = found(await findVendorImport(reader, scope, recordId(args.params['importId'])));
  const state = taken.state === 'failed' ? ('failed' as const) : ('done' as const);
  return taken.progress ?? { state, done: 0, total: null };
}
