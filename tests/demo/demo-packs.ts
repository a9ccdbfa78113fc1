import { count, eq, isNotNull, lte } from 'drizzle-orm';
import { everything } from '~/auth/act';
import type { Pack } from '~/packs/pack';
import { verifyPack } from '~/reviews/pack-queries.server';
import { bodyText } from '~/reviews/stored-body.server';
import { periodOf } from '~/shared/period';
import { amendments } from '~db/schema/contracts';
import { reviewPacks, reviews } from '~db/schema/reviews';
import { risks } from '~db/schema/risks';
import { caseEvents } from '~db/schema/cases';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';

export type FrozenPack = { reviewId: number; frozenAt: string; body: string; pack: Pack };

/** Every pack of the demo, a part at a time. */
export async function frozenPacks(store: Store, part: Pack['part']): Promise<FrozenPack[]> {
  const rows = await store.read
    .select()
    .from(reviewPacks)
    .where(eq(reviewPacks.part, part))
    .orderBy(reviewPacks.id);
  return rows.map(({ reviewId, frozenAt, body: stored }) => {
    const body = bodyText(stored);
    return { reviewId, frozenAt, body, pack: JSON.parse(body) as Pack };
  });
}

/** Words of the internal part, and names of other vendors, that stand in a shared part. */
export async function leaks(store: Store): Promise<string[]> {
  const titles = await store.read
    .select({ text: risks.title })
    .from(risks)
    .where(eq(risks.shared, false));
  const notes = await store.read
    .select({ text: caseEvents.text })
    .from(caseEvents)
    .where(eq(caseEvents.internal, true));
  const reasons = await store.read.select({ text: amendments.reason }).from(amendments);
  const names = await store.read.select({ id: vendors.id, text: vendors.name }).from(vendors);
  const secret = [...titles, ...notes, ...reasons].flatMap(({ text }) => (text ? [text] : []));
  const inner = ['/readiness', '/proposals/', '/risks/', '"part":"internal"', '"tier":"'];
  return (await frozenPacks(store, 'shared')).flatMap(({ body, pack }) => {
    const others = names.filter(({ id }) => id !== pack.vendor.id).map(({ text }) => text);
    return [...secret, ...inner, ...others]
      .filter((text) => body.includes(JSON.stringify(text).slice(1, -1)) || body.includes(text))
      .map((text) => `${pack.vendor.code}: ${text}`);
  });
}

/** Reviews whose packs do not verify, of all that are frozen. */
export async function brokenPacks(store: Store): Promise<{ frozen: number; broken: number[] }> {
  const rows = await store.read
    .select({ id: reviews.id })
    .from(reviews)
    .where(isNotNull(reviews.frozenAt));
  const broken: number[] = [];
  for (const { id } of rows)
    for (const part of ['shared', 'internal'] as const)
      if (!(await verifyPack(store.read, everything, id, part))?.isIntact) broken.push(id);
  return { frozen: rows.length, broken };
}

/** How many reviews stand where, of the quarters that are over on the demo's day. */
export async function reviewStates(store: Store): Promise<Record<string, number>> {
  const rows = await store.read
    .select({ state: reviews.state, count: count().mapWith(Number) })
    .from(reviews)
    .where(lte(reviews.quarter, periodOf(2023, 10)))
    .groupBy(reviews.state);
  return Object.fromEntries(rows.map(({ state, count: many }) => [state, many]));
}
