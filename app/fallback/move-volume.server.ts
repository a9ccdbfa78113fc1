import { and, eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { changedFields } from '~/audit/entry';
import { record } from '~/audit/record.server';
import { Decimal, roundedText } from '~/shared/decimal';
import { markets } from '~db/schema/markets';
import { offerings } from '~db/schema/vendors';
import type { Tx } from '~db/store.server';
import { offeringFor } from './coverage';
import { percentOfRest, sharesAfter } from './decision';
import type { ProposalScope } from './proposal-scope';
import { marketAsked } from './service-register.server';
import { liesWithin } from './volume';

type Offering = typeof offerings.$inferSelect;
type Placed = Offering & { market: ReturnType<typeof marketAsked> };

type Move = {
  successorId: number;
  /** Percent of what the incumbent carried when the proposal was decided. */
  sharePercent: string;
  /** The percentages that other switches of the proposal have moved already. */
  movedBefore: readonly string[];
};

/**
 * Changes who carries how much, market by market: the successor gains its part of the incumbent's share and units, in
 * the market asked for and those within it. Returns the codes of the markets in which volume moved.
 */
export async function moveVolume(
  tx: Tx,
  act: Act,
  { vendorId, serviceId, marketId }: ProposalScope,
  { successorId, sharePercent, movedBefore }: Move,
): Promise<string[]> {
  const percent = percentOfRest(sharePercent, movedBefore);
  const asked = marketId === null ? null : { id: marketId };
  const all = await offeringsOf(tx, serviceId);
  const moving = all.filter(
    (each) => each.vendorId === vendorId && liesWithin(each.market, asked) && hasVolume(each),
  );
  for (const from of moving) {
    const own = all.filter((each) => each.vendorId === successorId);
    const to =
      own.find((each) => each.marketId === from.marketId) ??
      (await enterOffering(tx, act, successorId, from, own));
    const here = all.filter((each) => each.marketId === from.marketId);
    const shares = sharesAfter(
      here.map((each) => ({ vendorId: each.vendorId, sharePercent: each.sharePercent ?? '0' })),
      vendorId,
      [{ vendorId: successorId, sharePercent: percent }],
    );
    const shareOf = (id: number) => shares.find((each) => each.vendorId === id)?.sharePercent;
    const units = new Decimal(from.carried ?? 0).times(percent).div(100);
    const known = from.sharePercent !== null;
    await change(tx, act, from, {
      sharePercent: known ? (shareOf(vendorId) ?? '0') : null,
      carried: from.carried && roundedText(new Decimal(from.carried).minus(units), 12),
    });
    await change(tx, act, to, {
      sharePercent: known ? (shareOf(successorId) ?? '0') : to.sharePercent,
      carried: from.carried ? roundedText(units.plus(to.carried ?? 0), 12) : to.carried,
    });
  }
  return moving.map(({ market }) => market.code);
}

/** Of an offering by which a vendor only stands by there is nothing to move. */
function hasVolume({ sharePercent, carried }: Offering): boolean {
  return [sharePercent, carried].some((volume) => volume !== null && new Decimal(volume).gt(0));
}

async function offeringsOf(tx: Tx, serviceId: number): Promise<Placed[]> {
  const rows = await tx
    .select({ offering: offerings, market: markets })
    .from(offerings)
    .innerJoin(markets, eq(markets.id, offerings.marketId))
    .where(and(eq(offerings.serviceId, serviceId)));
  return rows.map(({ offering, market }) => ({ ...offering, market: marketAsked(market) }));
}

/** A successor that serves the market by an offering above it gets one of its own there, at the same price. */
async function enterOffering(
  tx: Tx,
  act: Act,
  successorId: number,
  { serviceId, marketId, market }: Placed,
  own: readonly Placed[],
): Promise<Offering> {
  const above = offeringFor(own, market);
  const model = own.find((each) => each.marketId === above?.marketId);
  const row = {
    vendorId: successorId,
    serviceId,
    marketId,
    unitPrice: model?.unitPrice ?? null,
    currency: model?.currency ?? null,
    leadTimeDays: model?.leadTimeDays ?? null,
    switchDays: model?.switchDays ?? null,
    standbySignedOn: model?.standbySignedOn ?? null,
    switchTestedOn: model?.switchTestedOn ?? null,
    integratedOn: model?.integratedOn ?? null,
  };
  const [added] = await tx.insert(offerings).values(row).returning();
  if (!added) throw new Error('the offering was not stored');
  await record(tx, act, {
    action: 'offering.added',
    entity: 'offering',
    entityId: added.id,
    vendorId: successorId,
    after: row,
  });
  return added;
}

async function change(
  tx: Tx,
  act: Act,
  offering: Offering,
  volume: { sharePercent: string | null; carried: string | null },
): Promise<void> {
  const { id, vendorId, sharePercent, carried } = offering;
  const changed = changedFields({ sharePercent, carried }, volume);
  if (!changed) return;
  await tx.update(offerings).set(volume).where(eq(offerings.id, id));
  await record(tx, act, {
    action: 'offering.changed',
    entity: 'offering',
    entityId: id,
    vendorId,
    ...changed,
  });
}
