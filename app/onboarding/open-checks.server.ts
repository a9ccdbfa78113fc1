import { and, inArray, isNotNull } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { recordAll } from '~/audit/record.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Tier } from '~/vendors/tier';
import { randomId } from '~db/columns';
import { checkEvents, dueDiligenceChecks } from '~db/schema/diligence';
import { vendors } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { findVendor } from '~/vendors/vendor-queries.server';
import { checksToOpen, lacksSignOff } from './due-diligence';

/**
 * Opens the checks that a vendor's tier asks for and that are not open yet; how many. Results that nobody signed off and that
 * the tier wants signed, as when the vendor was graded up since, wait for their sign-off.
 */
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
  const known = await knownChecks(
    tx,
    graded.map(({ id }) => id),
  );
  await askForSignOff(tx, act, graded, known);
  const openedAt = act.now.toISOString();
  const rows = graded.flatMap(({ id: vendorId, tier }) =>
    checksToOpen(
      tier,
      (known.get(vendorId) ?? []).map(({ kind }) => kind),
    ).map((kind) => ({
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

type Known = typeof dueDiligenceChecks.$inferSelect;

async function askForSignOff(
  tx: Tx,
  act: Act,
  graded: readonly { id: number; tier: Tier }[],
  known: ReadonlyMap<number, Known[]>,
): Promise<void> {
  const unsigned = graded.flatMap(({ id, tier }) =>
    (known.get(id) ?? []).filter((check) => lacksSignOff(tier, check)),
  );
  if (unsigned.length === 0) return;
  await tx.updateMany(
    dueDiligenceChecks,
    { by: ['id'], set: ['state', 'settledAt'] },
    unsigned.map(({ id }) => ({ id, state: 'awaiting_sign_off' as const, settledAt: null })),
  );
  const at = act.now.toISOString();
  await tx.insertMany(
    checkEvents,
    unsigned.map(({ id: checkId }) => ({
      ...{ checkId, at, kind: 'sign_off_asked' as const },
      byPortal: true,
    })),
  );
  await recordAll(
    tx,
    act,
    unsigned.map(({ id, vendorId, kind, state }) => ({
      action: 'check.sign_off_asked',
      entity: 'check',
      entityId: id,
      vendorId,
      before: { kind, state },
      after: { state: 'awaiting_sign_off' },
    })),
  );
}

const VENDORS_AT_ONCE = 5000;

async function knownChecks(tx: Tx, vendorIds: readonly number[]): Promise<Map<number, Known[]>> {
  const known = new Map<number, Known[]>();
  for (let from = 0; from < vendorIds.length; from += VENDORS_AT_ONCE) {
    const rows = await tx
      .select()
      .from(dueDiligenceChecks)
      .where(inArray(dueDiligenceChecks.vendorId, vendorIds.slice(from, from + VENDORS_AT_ONCE)));
    for (const check of rows)
      known.set(check.vendorId, [...(known.get(check.vendorId) ?? []), check]);
  }
  return known;
}
