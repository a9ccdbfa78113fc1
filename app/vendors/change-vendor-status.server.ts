import { and, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { z } from 'zod';
import { dayOf, personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { choice, readFields } from '~/shared/fields';
import { refused, type Outcome } from '~/shared/outcome';
import { auditEntries } from '~db/schema/audit';
import { contracts } from '~db/schema/contracts';
import { vendors } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { tierTable } from './tier';
import { changeStatus, vendorStatuses, type VendorStatus } from './vendor';
import { findVendor, type Vendor } from './vendor-queries.server';

const statusFields = z.object({ status: choice(vendorStatuses) });

/**
 * Takes a vendor to its next status. Whoever put it up for screening doesn't let it in; its tier says whether that takes
 * a manager; it becomes active with a contract in force and not before.
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
    await tx.update(vendors).set({ status: to.value }).where(eq(vendors.id, vendorId));
    await record(tx, act, {
      action: 'vendor.status_changed',
      entity: 'vendor',
      entityId: vendorId,
      vendorId,
      before: { status: vendor.status },
      after: { status: to.value },
    });
    return to;
  });
}

async function whatStandsAgainst(tx: Tx, act: Act, vendor: Vendor, to: VendorStatus) {
  const letsIn = to === 'approved' || to === 'conditional';
  if (letsIn) return whoMayLetIn(tx, act, vendor);
  if (to === 'active' && vendor.status !== 'suspended' && !(await hasContract(tx, act, vendor.id)))
    return refused('vendor_active_needs_contract', {}, 'status');
  return null;
}

async function whoMayLetIn(tx: Tx, act: Act, vendor: Vendor) {
  if (act.actor.kind !== 'person') return null;
  if (vendor.tier === null) return refused('vendor_tier_missing', {}, 'status');
  if (tierTable[vendor.tier].approver === 'manager' && act.actor.role !== 'manager')
    return refused('vendor_approver_manager', {}, 'status');
  return (await submitterOf(tx, vendor.id)) === personIdOf(act)
    ? refused('same_person', {}, 'status')
    : null;
}

/** Who put the vendor up for screening the last time. */
async function submitterOf(tx: Tx, vendorId: number): Promise<number | null> {
  const entries = await tx
    .select({ personId: auditEntries.personId, after: auditEntries.after })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.entity, 'vendor'),
        eq(auditEntries.entityId, String(vendorId)),
        inArray(auditEntries.action, ['vendor.status_changed', 'vendor.registered']),
      ),
    )
    .orderBy(desc(auditEntries.sequence))
    .limit(20);
  const screening = entries.find(({ after }) => submittedAs.safeParse(after).success);
  return (screening ?? entries.at(-1))?.personId ?? null;
}

const submittedAs = z.object({ status: z.literal('screening') });

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
