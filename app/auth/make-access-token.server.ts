import { randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { machineClock } from '~/shared/clock';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { accessTokens } from '~db/schema/api';
import { people } from '~db/schema/auth';
import type { Store } from '~db/store.server';
import { MOST_TOKENS, TOKEN_PREFIX } from './access-token';
import { tokenFields } from './access-token-fields';
import { personIdOf, type Act } from './act';
import { tokenHash } from './session.server';

const DAY = 86_400_000;

/**
 * Makes an access token for the person who asks; the token itself is in the answer and nowhere else. Like a session it
 * lives on the machine's clock, also where the portal's own stands.
 */
export async function makeAccessToken(
  store: Store,
  act: Act,
  input: unknown,
): Promise<Outcome<{ token: string }>> {
  const fields = readFields(tokenFields, input);
  if (!fields.ok) return fields;
  const personId = personIdOf(act);
  if (personId === null) return refused('not_found');
  const { name, days, readOnly } = fields.value;
  const token = TOKEN_PREFIX + randomBytes(32).toString('base64url');
  const now = machineClock.now();
  const expiresAt = new Date(now.getTime() + Number(days) * DAY).toISOString();
  return store.transact(async (tx) => {
    await tx.lockRow('people', 'id', personId);
    const [owner] = await tx
      .select({ vendorId: people.vendorId })
      .from(people)
      .where(eq(people.id, personId));
    const living = await tx.$count(
      accessTokens,
      and(
        eq(accessTokens.personId, personId),
        isNull(accessTokens.revokedAt),
        gt(accessTokens.expiresAt, now.toISOString()),
      ),
    );
    if (living >= MOST_TOKENS) return refused('too_many_tokens', { max: MOST_TOKENS });
    await tx.insert(accessTokens).values({
      personId,
      name,
      readOnly,
      expiresAt,
      tokenHash: tokenHash(token),
      ending: token.slice(-4),
      createdAt: now.toISOString(),
    });
    await record(tx, act, {
      action: 'access_token.made',
      entity: 'person',
      entityId: personId,
      vendorId: owner?.vendorId ?? null,
      after: { name, readOnly, expiresAt },
    });
    return done({ token });
  });
}
