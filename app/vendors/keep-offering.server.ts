import { and, eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { marketWithin } from '~/auth/scope.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { markets } from '~db/schema/markets';
import { offerings, services } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { offeringFields, type OfferingFields } from './offering';
import { findVendor } from './vendor-queries.server';

/**
 * Enters what a vendor offers, or (with `offeringId`) changes it. Refused where the service or market is unknown, and
 * where the vendor offers the same service in the same market already.
 */
export async function keepOffering(
  store: Store,
  act: Act,
  vendorId: number,
  offeringId: number | null,
  input: unknown,
): Promise<Outcome> {
  const fields = readFields(offeringFields, input);
  if (!fields.ok) return fields;
  return store.transact(async (tx) => {
    if (!(await findVendor(tx, act.scope, vendorId))) return refused('not_found');
    const before = offeringId === null ? null : await offeringOf(tx, vendorId, offeringId);
    if (before === undefined) return refused('not_found');
    const place = await checkPlaceOf(tx, act, vendorId, offeringId, fields.value);
    if (!place.ok) return place;
    const { service, market, ...figures } = fields.value;
    const after = { ...figures, serviceId: service, marketId: market };
    const id = before ? await change(tx, before.id, after) : await add(tx, { ...after, vendorId });
    await record(tx, act, {
      action: before ? 'offering.changed' : 'offering.added',
      entity: 'offering',
      entityId: id,
      vendorId,
      before,
      after,
    });
    return done();
  });
}

/** Takes an offering out of the register. */
export async function withdrawOffering(
  store: Store,
  act: Act,
  vendorId: number,
  offeringId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    if (!(await findVendor(tx, act.scope, vendorId))) return refused('not_found');
    const before = await offeringOf(tx, vendorId, offeringId);
    if (!before) return refused('not_found');
    await tx.delete(offerings).where(eq(offerings.id, offeringId));
    await record(tx, act, {
      action: 'offering.withdrawn',
      entity: 'offering',
      entityId: offeringId,
      vendorId,
      before,
    });
    return done();
  });
}

async function offeringOf(tx: Tx, vendorId: number, offeringId: number) {
  const [row] = await tx
    .select()
    .from(offerings)
    .where(and(eq(offerings.id, offeringId), eq(offerings.vendorId, vendorId)));
  return row;
}

async function checkPlaceOf(
  tx: Tx,
  act: Act,
  vendorId: number,
  offeringId: number | null,
  { service, market }: OfferingFields,
): Promise<Outcome> {
  const [known] = await tx
    .select({ code: services.code })
    .from(services)
    .where(eq(services.id, service));
  if (!known) return refused('not_a_choice', {}, 'service');
  const [place] = await tx
    .select({ code: markets.code })
    .from(markets)
    .where(and(eq(markets.id, market), marketWithin(act.scope)));
  if (!place) return refused('not_a_choice', {}, 'market');
  const [same] = await tx
    .select({ id: offerings.id })
    .from(offerings)
    .where(
      and(
        eq(offerings.vendorId, vendorId),
        eq(offerings.serviceId, service),
        eq(offerings.marketId, market),
      ),
    );
  return same && same.id !== offeringId
    ? refused('offering_twice', { service: known.code, market: place.code }, 'market')
    : done();
}

type Columns = typeof offerings.$inferInsert;

async function add(tx: Tx, row: Columns): Promise<number> {
  const [added] = await tx.insert(offerings).values(row).returning({ id: offerings.id });
  if (!added) throw new Error('the offering was not stored');
  return added.id;
}

async function change(tx: Tx, id: number, row: Partial<Columns>): Promise<number> {
  await tx.update(offerings).set(row).where(eq(offerings.id, id));
  return id;
}
