/** What every access token begins with, so that scanners find one that was published by mistake. */
export const TOKEN_PREFIX = 'mst_';

/** How long an access token may live, in days. */
export const tokenLifetimes = ['30', '90', '180', '365'] as const;

/** How many living tokens one person may have. */
export const MOST_TOKENS = 20;

export type TokenStanding = 'live' | 'expired' | 'revoked';

/** Whether a token opens anything at an instant: revoked at any time, it never does again. */
export function tokenStanding(
  { revokedAt, expiresAt }: { revokedAt: string | null; expiresAt: string },
  now: Date,
): TokenStanding {
  if (revokedAt !== null) return 'revoked';
  return expiresAt <= now.toISOString() ? 'expired' : 'live';
}

/** The token of an `Authorization: Bearer …` header; null where there is none in that form. */
export function bearerToken(header: string | null): string | null {
  return /^bearer +([\w~+/.-]+=*) *$/i.exec(header ?? '')?.[1] ?? null;
}
