import { and, asc, sql } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

const MOST_OFFERED = 5000;

/** Vendors that offer something, by name: those whose failure can be asked about. */
export async function offeringVendors(reader: Reader, scope: Scope) {
  return reader
    .select({ id: vendors.id, code: vendors.code, name: vendors.name })
    .from(vendors)
    .where(
      and(
        withinScope(scope, vendors.id),
        sql`exists (select 1 from offerings where offerings.vendor_id = ${vendors.id})`,
      ),
    )
    .orderBy(asc(vendors.name))
    .limit(MOST_OFFERED);
}
