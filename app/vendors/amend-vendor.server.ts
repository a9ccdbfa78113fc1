import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { vendorColumns } from './register-vendor.server';
import { vendorFields } from './vendor-fields';
import { findVendor } from './vendor-queries.server';

/** Changes what is known of a vendor. A name that it had until now is kept among its former names. */
export async function amendVendor(
  store: Store,
  act: Act,
  vendorId: number,
  input: unknown,
): Promise<Outcome> {
  const fields = readFields(vendorFields, input);
  if (!fields.ok) return fields;
  return store.transact(async (tx) => {
    await tx.lockRow('vendors', 'id', vendorId);
    const before = await findVendor(tx, act.scope, vendorId);
    if (!before) return refused('not_found');
    const columns = await vendorColumns(tx, act, fields.value, vendorId);
    if (!columns.ok) return columns;
    const after = { ...columns.value, formerNames: formerNames(before.name, columns.value) };
    await tx.update(vendors).set(after).where(eq(vendors.id, vendorId));
    await record(tx, act, {
      action: 'vendor.amended',
      entity: 'vendor',
      entityId: vendorId,
      vendorId,
      before,
      after,
    });
    return done();
  });
}

function formerNames(
  nameUntilNow: string,
  { name, formerNames }: { name: string; formerNames: string[] },
): string[] {
  const all = nameUntilNow === name ? formerNames : [...formerNames, nameUntilNow];
  return [...new Set(all)].filter((former) => former !== name);
}
