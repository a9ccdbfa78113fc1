import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * How many failed attempts one address has before it must wait. Counted in this process: with several servers each counts
 * its own, which multiplies the limit by their number; the lock of an account stands in the store and counts once.
 */
const limits = {
  /** Wrong passwords and dead links. */
  sign_in: new RateLimiterMemory({ points: 30, duration: 15 * 60 }),
  /** Mails with a link, so that nobody's mailbox is flooded. */
  mailed_link: new RateLimiterMemory({ points: 8, duration: 60 * 60 }),
  /** Access tokens that open nothing. */
  access_token: new RateLimiterMemory({ points: 30, duration: 15 * 60 }),
};
export type AttemptKind = keyof typeof limits;

/** Takes an attempt from an address; the seconds to wait where it has none left, else null. */
export async function takeAttempt(kind: AttemptKind, key: string | null): Promise<number | null> {
  return take(limits[kind], attemptKey(key));
}

/** Requests of each access token within a minute, counted anew where the setting has changed. */
let requests = new RateLimiterMemory({ points: 0, duration: 60 });

/** Takes a request from an access token; the seconds to wait where it has none left in this minute, else null. */
export async function takeRequest(tokenId: number, perMinute: number): Promise<number | null> {
  if (requests.points !== perMinute)
    requests = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return take(requests, String(tokenId));
}

async function take(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (limit) {
    if (limit instanceof Error) throw limit;
    const wait = (limit as { msBeforeNext?: number }).msBeforeNext ?? 1000;
    return Math.ceil(wait / 1000);
  }
}

/** Gives an attempt back that succeeded. */
export async function returnAttempt(kind: AttemptKind, key: string | null): Promise<void> {
  await limits[kind].reward(attemptKey(key));
}

/** One household of IPv6 has a /64 of its own; hidden addresses share one count. */
function attemptKey(address: string | null): string {
  if (address === null) return 'hidden';
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  return expanded(address).slice(0, 4).join(':');
}

/** The eight groups of an IPv6 address. */
function expanded(address: string): string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = Math.max(0, 8 - front.length - back.length);
  return [...front, ...Array<string>(tail === undefined ? 0 : gap).fill('0'), ...back];
}
