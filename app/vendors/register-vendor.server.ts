import { and, ne } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { vendors } from '~db/schema/vendors';
import type { Reader, Store, Tx } from '~db/store.server';
import { parentOf } from './vendor-group.server';
import { likestFirm } from './name-match';
import { registrationFields, type VendorFields } from './vendor-fields';
import { hasCode } from './vendor-code.server';
import { findVendor } from './vendor-queries.server';

/**
 * Enters a vendor into the register, as a prospect. Refusals name every field; nothing is stored then. A name like that of
 * a vendor within reach is asked about (`vendor_alike`) until `another` says that it is another firm.
 */
export async function registerVendor(
  store: Store,
  act: Act,
  input: unknown,
): Promise<Outcome<{ vendorId: number }>> {
  const newcomer = await readNewcomer(store.read, act, input);
  return newcomer.ok ? store.transact((tx) => enterVendor(tx, act, newcomer.value)) : newcomer;
}

type Newcomer = { entered: VendorFields; alike: Awaited<ReturnType<typeof vendorLike>> };

/**
 * What was typed of a new vendor, and the vendor that its name is like where it is not said to be another firm: every name
 * in reach is compared, which is done before the transaction that enters it.
 */
export async function readNewcomer(
  reader: Reader,
  act: Act,
  input: unknown,
): Promise<Outcome<Newcomer>> {
  const fields = readFields(registrationFields, input);
  if (!fields.ok) return fields;
  const { another, ...entered } = fields.value;
  return done({ entered, alike: another === null ? await vendorLike(reader, act, entered) : null });
}

/** Enters a vendor that was read, in the transaction of whoever calls. */
export async function enterVendor(
  tx: Tx,
  act: Act,
  { entered, alike }: Newcomer,
): Promise<Outcome<{ vendorId: number }>> {
  const columns = await vendorColumns(tx, act, entered, null);
  if (!columns.ok) return columns;
  if (alike) {
    const { id, name, code } = alike;
    return refused('vendor_alike', { vendor: name, code, id }, 'name');
  }
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
}

/** The columns of what was entered, once its code is free and its group is known and not its own subsidiary. */
export async function vendorColumns(
  tx: Tx,
  act: Act,
  { parent, ...fields }: VendorFields,
  vendorId: number | null,
): Promise<Outcome<Omit<VendorFields, 'parent'> & { parentId: number | null }>> {
  const taken = await holderOfCode(tx, fields.code, vendorId);
  if (taken) {
    const seen = await findVendor(tx, act.scope, taken.id);
    return seen
      ? refused('vendor_code_taken', { value: seen.code, vendor: seen.name }, 'code')
      : refused('already_exists', { value: fields.code }, 'code');
  }
  const parentId = await parentOf(tx, act.scope, vendorId, parent);
  return parentId.ok ? done({ ...fields, parentId: parentId.value }) : parentId;
}

/** Another vendor that has the code, whatever its case. */
async function holderOfCode(tx: Tx, code: string, vendorId: number | null) {
  const [row] = await tx
    .select({ id: vendors.id })
    .from(vendors)
    .where(and(hasCode(code), vendorId === null ? undefined : ne(vendors.id, vendorId)));
  return row;
}

/** The vendor within reach whose name, or a name that it had, is the likest to that of a new one. */
async function vendorLike(reader: Reader, act: Act, { name, country }: VendorFields) {
  const known = await reader
    .select({
      id: vendors.id,
      code: vendors.code,
      name: vendors.name,
      aliases: vendors.formerNames,
      country: vendors.country,
    })
    .from(vendors)
    .where(withinScope(act.scope, vendors.id));
  return likestFirm({ name, country }, known);
}
