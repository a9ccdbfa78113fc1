import { and, inArray, isNotNull } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { recordAll } from '~/audit/record.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Tier, TierCheck } from '~/vendors/tier';
import { randomId } from '~db/columns';
import { checkEvents, dueDiligenceChecks } from '~db/schema/diligence';
import { vendors } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { findVendor } from '~/vendors/vendor-queries.server';
import { checksToOpen } from './due-diligence';

/** Opens the checks that a vendor's tier asks for and that are not open yet; how many. */
export async function openChecks(
  store: Store,
  act: Act,
  vendorId: number,
): Promise<Outcome<{ opened: number }>> {
  return store.transact(async (tx) => {
    const vendor = await findVendor(tx, act.scope, vendorId);
    if (!vendor) return refused('not_found');
    if (vendor.tier === null) return refused('vendor_tier_missing');
    return done({ opened: await openFor(tx, act, [{ id: vendor.id, tier: vendor.tier }]) });
  });
}

/** Opens what is missing for every vendor on its way in, whichever way its tier was set. */
export async function openChecksOfNewcomers(tx: Tx, act: Act): Promise<number> {
  const rows = await tx
    .select({ id: vendors.id, tier: vendors.tier })
    .from(vendors)
    .where(and(inArray(vendors.status, ['prospect', 'screening']), isNotNull(vendors.tier)));
  return openFor(
    tx,
    act,
    rows.flatMap(({ id, tier }) => (tier === null ? [] : [{ id, tier }])),
  );
}

async function openFor(
  tx: Tx,
  act: Act,
  graded: readonly { id: number; tier: Tier }[],
): Promise<number> {
  const open = await openKinds(
    tx,
    graded.map(({ id }) => id),
  );
  const openedAt = act.now.toISOString();
  const rows = graded.flatMap(({ id: vendorId, tier }) =>
    checksToOpen(tier, open.get(vendorId) ?? []).map((kind) => ({
      id: randomId(),
      vendorId,
      kind,
      state: 'not_started' as const,
      openedAt,
    })),
  );
  await tx.insertMany(dueDiligenceChecks, rows);
  const personId = act.actor.kind === 'person' ? act.actor.personId : null;
  await tx.insertMany(
    checkEvents,
    rows.map(({ id: checkId }) => ({
      checkId,
      at: openedAt,
      kind: 'opened' as const,
      personId,
      byPortal: personId === null,
    })),
  );
  await recordAll(
    tx,
    act,
    rows.map(({ id, vendorId, kind }) => ({
      action: 'check.opened',
      entity: 'check',
      entityId: id,
      vendorId,
      after: { kind },
    })),
  );
  return rows.length;
}

const VENDORS_AT_ONCE = 5000;

async function openKinds(tx: Tx, vendorIds: readonly number[]): Promise<Map<number, TierCheck[]>> {
  const open = new Map<number, TierCheck[]>();
  for (let from = 0; from < vendorIds.length; from += VENDORS_AT_ONCE) {
    const rows = await tx
      .select({ vendorId: dueDiligenceChecks.vendorId, kind: dueDiligenceChecks.kind })
      .from(dueDiligenceChecks)
      .where(inArray(dueDiligenceChecks.vendorId, vendorIds.slice(from, from + VENDORS_AT_ONCE)));
    for (const { vendorId, kind } of rows)
      open.set(vendorId, [...(open.get(vendorId) ?? []), kind]);
  }
  return open;
}
