import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { MailTemplate } from '~/notifications/mail';
import { queueMail } from '~/notifications/queue-mail.server';
import { portalAddress } from '~/settings/setting-queries.server';
import { machineClock } from '~/shared/clock';
import { people, signInLinks } from '~db/schema/auth';
import type { Reader, Tx } from '~db/store.server';
import type { Act } from './act';

const HOUR = 3_600_000;

/** How long a mailed link lives: one asked for oneself, one sent by an administrator, an invitation. Hours. */
export const LINK_HOURS = { asked: 1, sent: 24, invitation: 72 };
export type LinkKind = keyof typeof LINK_HOURS;

const letters: Record<LinkKind, MailTemplate> = {
  asked: 'passwordLink',
  sent: 'passwordLink',
  invitation: 'invitation',
};

type Addressee = { id: number; email: string; name: string; locale: 'en' | 'zh-CN' };

/** Mails a link with which the person sets a password, once. Earlier links of the person die. */
export async function mailPasswordLink(
  tx: Tx,
  act: Act,
  person: Addressee,
  kind: LinkKind,
): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  const now = machineClock.now();
  const hours = LINK_HOURS[kind];
  await tx.delete(signInLinks).where(eq(signInLinks.personId, person.id));
  await tx.insert(signInLinks).values({
    tokenHash: linkHash(token),
    personId: person.id,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + hours * HOUR).toISOString(),
  });
  const link = `${await portalAddress(tx)}/password-reset/new?token=${token}`;
  await queueMail(
    tx,
    act,
    [{ personId: person.id, address: person.email, locale: person.locale }],
    { template: letters[kind], params: { name: person.name, email: person.email, link, hours } },
  );
}

/** Whose password a link may set now, or null: unknown, used, too old, or of somebody who is no longer here. */
export async function findLink(reader: Reader, token: string) {
  const [row] = await reader
    .select({ id: people.id, email: people.email, name: people.name, locale: people.locale })
    .from(signInLinks)
    .innerJoin(people, eq(people.id, signInLinks.personId))
    .where(
      and(
        eq(signInLinks.tokenHash, linkHash(token)),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, machineClock.now().toISOString()),
        eq(people.active, true),
      ),
    );
  return row ?? null;
}

export function linkHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
