import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, gt, lt, or } from 'drizzle-orm';
import { createCookie } from '@remix-run/node';
import { machineClock } from '~/shared/clock';
import { prepared } from '~db/prepared';
import type { Reader, Store, Tx } from '~db/store.server';
import { visitorColumns } from './visitor-columns.server';
import { markets } from '~db/schema/markets';
import { people, sessions } from '~db/schema/auth';

/** A session ends this long after it began, and this long after it was last used. Days. */
const LONGEST_DAYS = 14;
const IDLE_DAYS = 4;
/** A visit is noted at most this often. Minutes. */
const SEEN_MINUTES = 10;

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const cookie = createCookie('mainstay', { httpOnly: true, sameSite: 'lax', path: '/' });

export type SessionOrigin = { address: string | null; agent: string | null };

/** Opens a session and returns its token. A session lives on the machine's clock, also where the portal's own stands. */
export async function openSession(
  store: Store,
  personId: number,
  from: SessionOrigin,
): Promise<string> {
  return store.transact((tx) => addSession(tx, personId, from));
}

/** The token is new each time: one that a browser brought along never becomes a session. */
export async function addSession(tx: Tx, personId: number, from: SessionOrigin): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = machineClock.now();
  await tx.delete(sessions).where(and(eq(sessions.personId, personId), ended(now)));
  await tx.insert(sessions).values({
    tokenHash: tokenHash(token),
    personId,
    createdAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + LONGEST_DAYS * DAY).toISOString(),
    address: from.address,
    agent: from.agent?.slice(0, 300) ?? null,
  });
  return token;
}

/** The cookie that carries a token; `secure` where the portal is reached by https. */
export async function sessionCookie(token: string, secure: boolean): Promise<string> {
  return cookie.serialize(token, { maxAge: LONGEST_DAYS * 86_400, secure });
}

/** Whether the browser came by https, as the trusted proxy says where there is one. */
export function isSecure(request: Request): boolean {
  return new URL(request.url).protocol === 'https:';
}

export async function clearedCookie(): Promise<string> {
  return cookie.serialize('', { maxAge: 0 });
}

export async function sessionToken(request: Pick<Request, 'headers'>): Promise<string | null> {
  const value: unknown = await cookie.parse(request.headers.get('Cookie'));
  return typeof value === 'string' && value !== '' ? value : null;
}

const behindToken = prepared(['hash', 'now', 'idleSince'], (reader, { hash, now, idleSince }) =>
  reader
    .select({ ...visitorColumns, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(markets, eq(markets.id, people.reachMarketId))
    .where(
      and(
        eq(sessions.tokenHash, hash),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, idleSince),
        eq(people.active, true),
      ),
    ),
);

/** The person behind a session's token, with the reach of an insider; null when it has ended. */
export async function findSignedIn(reader: Reader, token: string) {
  const now = machineClock.now();
  const [row] = await behindToken(reader, {
    hash: tokenHash(token),
    now: now.toISOString(),
    idleSince: idleSince(now),
  });
  return row ?? null;
}

/** Notes that a session is in use, now and then. */
export async function noteVisit(store: Store, token: string, lastSeenAt: string): Promise<void> {
  const now = machineClock.now();
  if (now.getTime() - Date.parse(lastSeenAt) < SEEN_MINUTES * MINUTE) return;
  await store.transact(async (tx) => {
    await tx
      .update(sessions)
      .set({ lastSeenAt: now.toISOString() })
      .where(and(eq(sessions.tokenHash, tokenHash(token)), eq(sessions.lastSeenAt, lastSeenAt)));
  });
}

/** The open sessions of a person, the latest used first; `id` names one without letting anybody in. */
export async function openSessions(reader: Reader, personId: number) {
  return reader
    .select({
      id: sessions.tokenHash,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      address: sessions.address,
      agent: sessions.agent,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), alive(machineClock.now())))
    .orderBy(desc(sessions.lastSeenAt));
}

/** Ends the session of a browser that signs out. */
export async function closeSession(store: Store, token: string): Promise<void> {
  await store.transact(async (tx) => {
    await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash(token)));
  });
}

/** The key of a token's session. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function alive(now: Date) {
  return and(gt(sessions.expiresAt, now.toISOString()), gt(sessions.lastSeenAt, idleSince(now)));
}

function ended(now: Date) {
  return or(lt(sessions.expiresAt, now.toISOString()), lt(sessions.lastSeenAt, idleSince(now)));
}

function idleSince(now: Date): string {
  return new Date(now.getTime() - IDLE_DAYS * DAY).toISOString();
}
