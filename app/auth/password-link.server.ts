import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { MailParams, MailTemplate } from '~/notifications/mail';
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
  await mailLink(tx, act, person, {
    page: '/password-reset/new',
    hours: LINK_HOURS[kind],
    template: letters[kind],
    params: {},
  });
}

/**
 * Mails a link to a page at the door that works once, within so many hours, and takes the place of every earlier link of
 * the person. Returns until when it works.
 */
export async function mailLink(
  tx: Tx,
  act: Act,
  person: Addressee,
  letter: {
    page: string;
    hours: number;
    template: MailTemplate;
    params: MailParams;
    vendorId?: number;
  },
): Promise<string> {
  const { page, hours, template, params, vendorId = null } = letter;
  const token = randomBytes(32).toString('base64url');
  const now = machineClock.now();
  const expiresAt = new Date(now.getTime() + hours * HOUR).toISOString();
  await tx.delete(signInLinks).where(eq(signInLinks.personId, person.id));
  await tx.insert(signInLinks).values({
    tokenHash: linkHash(token),
    personId: person.id,
    createdAt: now.toISOString(),
    expiresAt,
  });
  const link = `${await portalAddress(tx)}${page}?token=${token}`;
  const { name, email } = person;
  await queueMail(
    tx,
    act,
    [{ personId: person.id, address: person.email, locale: person.locale }],
    { template, params: { ...params, name, email, link, hours }, vendorId },
  );
  return expiresAt;
}

/** Whether a link that was mailed to a person still works. */
export async function hasLiveLink(reader: Reader, personId: number): Promise<boolean> {
  const live = await reader.$count(
    signInLinks,
    and(
      eq(signInLinks.personId, personId),
      isNull(signInLinks.usedAt),
      gt(signInLinks.expiresAt, machineClock.now().toISOString()),
    ),
  );
  return live > 0;
}

/** Uses a link up; the person that it was mailed to, or null where it no longer works. */
export async function takeLink(tx: Tx, token: string) {
  const person = await findLink(tx, token);
  if (!person) return null;
  const [used] = await tx
    .update(signInLinks)
    .set({ usedAt: machineClock.now().toISOString() })
    .where(and(eq(signInLinks.tokenHash, linkHash(token)), isNull(signInLinks.usedAt)))
    .returning({ personId: signInLinks.personId });
  return used ? person : null;
}

/** What became of a link: `unknown` is also one that a newer link replaced or that was revoked. */
export async function linkStanding(
  reader: Reader,
  token: string,
): Promise<{ state: 'live' | 'used' | 'expired' | 'unknown'; personId: number | null }> {
  const [row] = await reader
    .select()
    .from(signInLinks)
    .where(eq(signInLinks.tokenHash, linkHash(token)));
  if (!row) return { state: 'unknown', personId: null };
  const { personId, usedAt, expiresAt } = row;
  if (usedAt !== null) return { state: 'used', personId };
  return expiresAt > machineClock.now().toISOString()
    ? { state: 'live', personId }
    : { state: 'expired', personId };
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

function linkHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
