import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt } from 'drizzle-orm';
import { createCookie } from '@remix-run/node';
import { machineClock } from '~/shared/clock';
import type { Reader, Store } from '~db/store.server';
import { markets } from '~db/schema/markets';
import { people, sessions } from '~db/schema/auth';

const DAYS = 14;
const DAY = 86_400_000;

const cookie = createCookie('mainstay', { httpOnly: true, sameSite: 'lax', path: '/' });

/** A session lives on the machine's clock, also where the portal's own clock stands. */
export async function openSession(
  store: Store,
  personId: number,
  from: { address: string | null; agent: string | null },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = machineClock.now();
  await store.transact(async (tx) => {
    await tx.insert(sessions).values({
      tokenHash: hashOf(token),
      personId,
      createdAt: now.toISOString(),
      lastSeenAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + DAYS * DAY).toISOString(),
      address: from.address,
      agent: from.agent?.slice(0, 300) ?? null,
    });
  });
  return token;
}

export async function sessionCookie(token: string, secure: boolean): Promise<string> {
  return cookie.serialize(token, { maxAge: DAYS * 86_400, secure });
}

export async function clearedCookie(): Promise<string> {
  return cookie.serialize('', { maxAge: 0 });
}

export async function sessionToken(request: Request): Promise<string | null> {
  const value: unknown = await cookie.parse(request.headers.get('Cookie'));
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The person behind a session's token, with the reach of an insider; null when it has ended. */
export async function findSignedIn(reader: Reader, token: string) {
  const [row] = await reader
    .select({
      id: people.id,
      email: people.email,
      name: people.name,
      role: people.role,
      vendorId: people.vendorId,
      locale: people.locale,
      timeZone: people.timeZone,
      reachMarketId: people.reachMarketId,
      reachPath: markets.path,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(markets, eq(markets.id, people.reachMarketId))
    .where(
      and(
        eq(sessions.tokenHash, hashOf(token)),
        gt(sessions.expiresAt, machineClock.now().toISOString()),
        eq(people.active, true),
      ),
    );
  return row ?? null;
}

export async function closeSession(store: Store, token: string): Promise<void> {
  await store.transact(async (tx) => {
    await tx.delete(sessions).where(eq(sessions.tokenHash, hashOf(token)));
  });
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
