import { and, eq, isNull } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { chooseLanguage } from '~/auth/choose-language.server';
import { endOtherAccess } from '~/auth/end-other-access.server';
import { passwordReason } from '~/auth/password';
import { hashPassword } from '~/auth/password.server';
import { findLink, linkStanding, takeLink } from '~/auth/password-link.server';
import { addSession, type SessionOrigin } from '~/auth/session.server';
import type { Language } from '~/locales/languages';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people, sessions } from '~db/schema/auth';
import { vendorInvitations } from '~db/schema/self-service';
import type { Reader, Store } from '~db/store.server';
import { invitationOfPerson } from './invitation-queries.server';
import { mailAgain } from './invitation-letter.server';

/** An invitation as its link shows it at the door; null where the link leads to none that still holds. */
export async function invitationByLink(reader: Reader, token: string) {
  const { state, personId } = await linkStanding(reader, token);
  const invitation = personId === null ? null : await invitationOfPerson(reader, personId);
  if (!invitation || invitation.revokedAt !== null) return { state: 'unknown' as const };
  const { contact, vendorName, locale } = invitation;
  return { state, invitation: { contact, vendorName, locale } };
}

type Accepted = {
  token: string;
  password: string;
  /** The language that was chosen at the door, if one was. */
  language?: Language | null;
  from: SessionOrigin;
};

/**
 * Lets an invited person in by the link, once; with a password the person comes back without a link, and sessions that were
 * open, the calendar's address and access tokens end. From then on the portal speaks the language that was chosen at the
 * door, else the one of the invitation.
 */
export async function acceptInvitation(
  store: Store,
  act: Act,
  { token, password, language = null, from }: Accepted,
): Promise<Outcome<{ session: string }>> {
  const expected = await findLink(store.read, token);
  if (!expected || !(await invitationOfPerson(store.read, expected.id)))
    return refused('link_dead');
  const reason = password === '' ? null : passwordReason(password, expected);
  if (reason) return { ok: false, reason };
  const passwordHash = password === '' ? null : await hashPassword(password);
  return store.transact(async (tx) => {
    const asked = await invitationOfPerson(tx, expected.id);
    if (asked) await tx.lockRow('vendor_invitations', 'id', asked.id);
    const person = await takeLink(tx, token);
    const invitation = person && (await invitationOfPerson(tx, person.id));
    if (!person || !invitation) return refused('link_dead');
    if (passwordHash !== null) {
      await tx
        .update(people)
        .set({ passwordHash, failedSignIns: 0, lockedUntil: null })
        .where(eq(people.id, person.id));
      await tx.delete(sessions).where(eq(sessions.personId, person.id));
      await endOtherAccess(tx, person.id);
      await record(tx, act, {
        action: 'person.password_set',
        entity: 'person',
        entityId: person.id,
        vendorId: invitation.vendorId,
      });
    }
    if (language !== null) await chooseLanguage(store, act, person.id, language);
    await tx
      .update(vendorInvitations)
      .set({ acceptedAt: act.now.toISOString() })
      .where(and(eq(vendorInvitations.id, invitation.id), isNull(vendorInvitations.acceptedAt)));
    await record(tx, act, {
      action: 'invitation.accepted',
      entity: 'invitation',
      entityId: invitation.id,
      vendorId: invitation.vendorId,
      after: { personId: person.id },
    });
    return done({ session: await addSession(tx, person.id, from) });
  });
}

/** Somebody whose link was used or ran out asks for a new one; it goes to the address that was invited. */
export async function askForInvitation(store: Store, act: Act, token: string): Promise<void> {
  await store.transact(async (tx) => {
    const { state, personId } = await linkStanding(tx, token);
    if (personId === null || state === 'live') return;
    const invitation = await invitationOfPerson(tx, personId);
    if (invitation?.revokedAt === null && invitation.waitsSince === null)
      await mailAgain(tx, act, invitation, 'invitation.sent_again');
  });
}
