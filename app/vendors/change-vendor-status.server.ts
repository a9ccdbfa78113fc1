import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { z } from 'zod';
import { dayOf, personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { choice, readFields } from '~/shared/fields';
import { refused, type Outcome } from '~/shared/outcome';
import { contracts } from '~db/schema/contracts';
import { vendors } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { changeStatus, isDecided, vendorStatuses, type VendorStatus } from './vendor';
import { findVendor, type Vendor } from './vendor-queries.server';

const statusFields = z.object({ status: choice(vendorStatuses) });

/**
 * Takes a vendor to its next status. People let it in or keep it out by deciding on its admission
 * (`vendor_needs_admission`); it becomes active with a contract in force and not before.
 */
export async function changeVendorStatus(
  store: Store,
  act: Act,
  vendorId: number,
  input: unknown,
): Promise<Outcome<VendorStatus>> {
  const fields = readFields(statusFields, input);
  if (!fields.ok) return fields;
  return store.transact(async (tx) => {
    await tx.lockRow('vendors', 'id', vendorId);
    const vendor = await findVendor(tx, act.scope, vendorId);
    if (!vendor) return refused('not_found');
    const to = changeStatus(vendor.status, fields.value.status);
    if (!to.ok) return to;
    const obstacle = await whatStandsAgainst(tx, act, vendor, to.value);
    if (obstacle) return obstacle;
    return enterStatus(tx, act, vendor, to.value);
  });
}

/** Puts a vendor into a status that may follow its own; whoever calls has asked who may and what it takes. */
export async function enterStatus(
  tx: Tx,
  act: Act,
  vendor: Pick<Vendor, 'id' | 'status'>,
  status: VendorStatus,
): Promise<Outcome<VendorStatus>> {
  const to = changeStatus(vendor.status, status);
  if (!to.ok) return to;
  const putUpBy = personIdOf(act);
  await tx
    .update(vendors)
    .set({ status, ...(status === 'screening' && { putUpBy }) })
    .where(eq(vendors.id, vendor.id));
  await record(tx, act, {
    action: 'vendor.status_changed',
    entity: 'vendor',
    entityId: vendor.id,
    vendorId: vendor.id,
    before: { status: vendor.status },
    after: { status },
  });
  return to;
}

async function whatStandsAgainst(tx: Tx, act: Act, vendor: Vendor, to: VendorStatus) {
  if (isDecided(to))
    return act.actor.kind === 'person' ? refused('vendor_needs_admission', {}, 'status') : null;
  if (to === 'active' && vendor.status !== 'suspended' && !(await hasContract(tx, act, vendor.id)))
    return refused('vendor_active_needs_contract', {}, 'status');
  return null;
}

async function hasContract(tx: Tx, act: Act, vendorId: number): Promise<boolean> {
  const today = dayOf(act.now);
  const count = await tx.$count(
    contracts,
    and(
      eq(contracts.vendorId, vendorId),
      eq(contracts.state, 'active'),
      lte(contracts.startsOn, today),
      or(isNull(contracts.endsOn), gte(contracts.endsOn, today), eq(contracts.renewal, 'tacit')),
    ),
  );
  return count > 0;
}
