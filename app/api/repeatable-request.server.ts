import { createHash } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { machineClock } from '~/shared/clock';
import { repeatableRequests } from '~db/schema/api';
import type { Store, Tx } from '~db/store.server';

/** For how long a request that was answered can be sent again under its key. Days. */
const REMEMBERED_DAYS = 7;
const DAY = 86_400_000;

/** A request that may come again: whose it is, the key under which it comes, and what it says, by its hash. */
export type Repeatable = { personId: number; key: string; bodyHash: string };

export type KeptAnswer = { status: number; body: Record<string, unknown> };

/** What a request says: where it goes, in what form, and every byte of it. */
export function bodyHash(request: Request, bytes: Uint8Array): string {
  const { pathname, search } = new URL(request.url);
  return createHash('sha256')
    .update(`${pathname}${search}\n${request.headers.get('Content-Type') ?? ''}\n`)
    .update(bytes)
    .digest('hex');
}

/** Remembers a request before it is dealt with. The same key with other words is `other`; one dealt with, its answer. */
export async function claimRequest(
  store: Store,
  { personId, key, bodyHash }: Repeatable,
): Promise<'open' | 'other' | KeptAnswer> {
  const now = machineClock.now();
  const forgotten = new Date(now.getTime() - REMEMBERED_DAYS * DAY).toISOString();
  return store.transact(async (tx) => {
    await tx.delete(repeatableRequests).where(lt(repeatableRequests.createdAt, forgotten));
    await tx
      .insert(repeatableRequests)
      .values({ personId, key, bodyHash, createdAt: now.toISOString() })
      .onConflictDoNothing();
    const [kept] = await tx
      .select()
      .from(repeatableRequests)
      .where(and(eq(repeatableRequests.personId, personId), eq(repeatableRequests.key, key)));
    if (kept && kept.bodyHash !== bodyHash) return 'other';
    return answerOf(kept) ?? 'open';
  });
}

/** Answers a request once: who comes second, at the same time or later, is given the first one's answer. */
export async function answerOnce(
  store: Store,
  request: Repeatable | null,
  answer: (tx: Tx) => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  return store.transact(async (tx) => {
    if (!request) return answer(tx);
    const isOurs = and(
      eq(repeatableRequests.personId, request.personId),
      eq(repeatableRequests.key, request.key),
    );
    // An update holds the row until the end where there are several writers.
    await tx.update(repeatableRequests).set({ bodyHash: request.bodyHash }).where(isOurs);
    const [kept] = await tx.select().from(repeatableRequests).where(isOurs);
    const earlier = answerOf(kept);
    if (earlier) return earlier;
    const given = await answer(tx);
    await tx
      .update(repeatableRequests)
      .set({ status: given.status, answer: given.body })
      .where(isOurs);
    return given;
  });
}

type Kept = typeof repeatableRequests.$inferSelect;

function answerOf(kept: Kept | undefined): KeptAnswer | null {
  if (!kept || kept.status === null || kept.answer === null) return null;
  return { status: kept.status, body: kept.answer };
}
