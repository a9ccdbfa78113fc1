import cluster from 'node:cluster';
import { RateLimiterCluster, RateLimiterMemory } from 'rate-limiter-flexible';

type Limiter = RateLimiterMemory | RateLimiterCluster;

/**
 * How many failed attempts one address has before it must wait. Counted once for the processes of a server; with several
 * servers each counts its own, which multiplies the limit by their number; the lock of an account stands in the store and
 * counts once.
 */
const limits = {
  /** Wrong passwords and dead links. */
  sign_in: newLimiter('sign_in', 30, 15 * 60),
  /** Mails with a link, so that nobody's mailbox is flooded. */
  mailed_link: newLimiter('mailed_link', 8, 60 * 60),
  /** Access tokens that open nothing. */
  access_token: newLimiter('access_token', 30, 15 * 60),
};
export type AttemptKind = keyof typeof limits;

/** Takes an attempt from an address; the seconds to wait where it has none left, else null. */
export async function takeAttempt(kind: AttemptKind, key: string | null): Promise<number | null> {
  return take(limits[kind], attemptKey(key));
}

/** Requests of each access token within a minute, counted anew where the setting has changed. */
let requests = requestLimiter(0);

/** Takes a request from an access token; the seconds to wait where it has none left in this minute, else null. */
export async function takeRequest(tokenId: number, perMinute: number): Promise<number | null> {
  if (requests.points !== perMinute) requests = requestLimiter(perMinute);
  return take(requests, String(tokenId));
}

function requestLimiter(perMinute: number): Limiter {
  return newLimiter(`requests/${perMinute}`, perMinute, 60);
}

/** Points within some seconds; a process that only answers has the one that leads it count. */
function newLimiter(keyPrefix: string, points: number, duration: number): Limiter {
  return cluster.isWorker
    ? new RateLimiterCluster({ keyPrefix, points, duration })
    : new RateLimiterMemory({ points, duration });
}

async function take(limiter: Limiter, key: string): Promise<number | null> {
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
