import type { Scope } from '~/auth/act';
import { refused, type Outcome } from '~/shared/outcome';
import { checkContractable } from '~/vendors/vendor';
import type { Reader } from '~db/store.server';
import { vendorByCode } from './library-queries.server';

/** Whether a contract may go on towards its signature: only with a vendor that has been let in. */
export async function checkVendorOf(
  reader: Reader,
  scope: Scope,
  { vendorCode }: { vendorCode: string },
): Promise<Outcome> {
  const vendor = await vendorByCode(reader, scope, vendorCode);
  return vendor ? checkContractable(vendor.name, vendor.status) : refused('not_found');
}
