import { eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { vendors } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { parentOf } from './vendor-group.server';
import { vendorFields, type VendorFields } from './vendor-fields';

/** Enters a vendor into the register, as a prospect. Refusals name every field; nothing is stored then. */
export async function registerVendor(
  store: Store,
  act: Act,
  input: unknown,
): Promise<Outcome<{ vendorId: number }>> {
  const fields = readFields(vendorFields, input);
  if (!fields.ok) return fields;
  return store.transact(async (tx) => {
    const columns = await vendorColumns(tx, act, fields.value, null);
    if (!columns.ok) return columns;
    const [row] = await tx
      .insert(vendors)
      .values({
        ...columns.value,
        status: 'prospect',
        createdAt: act.now.toISOString(),
        putUpBy: personIdOf(act),
      })
      .returning({ id: vendors.id });
    if (!row) throw new Error('the vendor was not stored');
    await record(tx, act, {
      action: 'vendor.registered',
      entity: 'vendor',
      entityId: row.id,
      vendorId: row.id,
      after: { ...columns.value, status: 'prospect' },
    });
    return done({ vendorId: row.id });
  });
}

/** The columns of what was entered, once its code is free and its group is known and not its own subsidiary. */
export async function vendorColumns(
  tx: Tx,
  act: Act,
  { parent, ...fields }: VendorFields,
  vendorId: number | null,
): Promise<Outcome<Omit<VendorFields, 'parent'> & { parentId: number | null }>> {
  const [taken] = await tx
    .select({ id: vendors.id })
    .from(vendors)
    .where(eq(vendors.code, fields.code));
  if (taken && taken.id !== vendorId)
    return refused('already_exists', { value: fields.code }, 'code');
  const parentId = await parentOf(tx, act.scope, vendorId, parent);
  return parentId.ok ? done({ ...fields, parentId: parentId.value }) : parentId;
}
