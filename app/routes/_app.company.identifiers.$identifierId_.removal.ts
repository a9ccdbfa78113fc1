import type { ActionFunctionArgs } from '@remix-run/node';
import { redirectWithNotice } from '~/components/notice.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { found, recordId } from '~/shared/record-id';
import { identifiersOfVendor } from '~/vendors/identifier-queries.server';
import { removeIdentifier } from '~/vendors/keep-identifier.server';

/** Takes one of the vendor's own numbers out. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope, vendorId, partOf } = await requireCompany(args);
  const id = recordId(args.params['identifierId']);
  found((await identifiersOfVendor(reader, scope, vendorId)).find((own) => own.id === id));
  const to = '/company/identifiers';
  if (!partOf('identifiers').isOpen)
    return redirectWithNotice(to, { key: 'errors:section_with_us' });
  await removeIdentifier(store, act, vendorId, id);
  return redirectWithNotice(to, { key: 'company:notice.removed' });
}
