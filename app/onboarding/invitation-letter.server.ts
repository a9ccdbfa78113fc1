import { eq, inArray } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { personIdOf, type Act } from '~/auth/act';
import { mailLink } from '~/auth/password-link.server';
import { personRecipients, queueMail, type Recipient } from '~/notifications/queue-mail.server';
import { readSetting } from '~/settings/setting-queries.server';
import { nameOrCode } from '~/shared/named';
import { services } from '~db/schema/vendors';
import { vendorInvitations } from '~db/schema/self-service';
import type { Tx } from '~db/store.server';
import type { Invitation } from './invitation-queries.server';

const HOURS_A_DAY = 24;

export type Service = typeof services.$inferSelect;
type Firm = { id: number; name: string };
type Invited = { id: number; name: string; email: string; locale: 'en' | 'zh-CN' };

/** The services that are named in the letter, by their ids as a form sends them. */
export async function servicesOf(tx: Tx, wanted: readonly string[]): Promise<Service[]> {
  const ids = wanted.map(Number).filter(Number.isSafeInteger);
  return ids.length === 0 ? [] : tx.select().from(services).where(inArray(services.id, ids));
}

/** Mails the letter of an invitation that is there already, with a new link, and notes why. */
export async function mailAgain(
  tx: Tx,
  act: Act,
  invitation: Invitation,
  action: 'invitation.sent_again' | 'invitation.confirmed',
): Promise<void> {
  const { personId, contact, email, locale, vendorId, vendorName, serviceIds } = invitation;
  const expiresAt = await mailInvitation(
    tx,
    act,
    { id: personId, name: contact, email, locale },
    { id: vendorId, name: vendorName },
    await servicesOf(tx, serviceIds.map(String)),
  );
  await tx
    .update(vendorInvitations)
    .set({ expiresAt, sentAt: act.now.toISOString(), revokedAt: null, waitsSince: null })
    .where(eq(vendorInvitations.id, invitation.id));
  await noteInvitation(tx, act, invitation, action);
}

/**
 * The people whom a vendor has already are told who else is to speak for it, and by whom: they know whom they know, and one
 * of them, or a second person of ours, lets the invitation go out.
 */
export async function askColleagues(
  tx: Tx,
  act: Act,
  vendor: Firm,
  invited: Pick<Invited, 'name' | 'email'>,
  colleagues: readonly Recipient[],
): Promise<void> {
  await queueMail(tx, act, colleagues, {
    template: 'colleagueInvited',
    params: {
      vendor: vendor.name,
      name: invited.name,
      email: invited.email,
      by: act.actor.kind === 'person' ? act.actor.name : '',
      link: '/company',
    },
    vendorId: vendor.id,
  });
}

/** Whoever proposed an invitation is told that somebody else said no to it. */
export async function tellInviter(tx: Tx, act: Act, invitation: Invitation): Promise<void> {
  const { invitedBy, vendorId, vendorName, contact, email } = invitation;
  if (invitedBy === null || invitedBy === personIdOf(act)) return;
  await queueMail(tx, act, await personRecipients(tx, [invitedBy]), {
    template: 'invitationRefused',
    params: {
      vendor: vendorName,
      name: contact,
      email,
      by: act.actor.kind === 'person' ? act.actor.name : '',
      link: `/vendors/${vendorId}/company`,
    },
    vendorId,
  });
}

/** Mails the letter with its link; answers until when the link works. */
export async function mailInvitation(
  tx: Tx,
  act: Act,
  person: Invited,
  vendor: Firm,
  asked: readonly Service[],
): Promise<string> {
  const days = await readSetting(tx, 'invitation_days');
  const names = asked.map(({ nameEn, nameZh, code }) =>
    nameOrCode({ nameEn, nameZh, code }, person.locale),
  );
  return mailLink(tx, act, person, {
    page: '/invitation',
    hours: days * HOURS_A_DAY,
    template: names.length > 0 ? 'vendorInvitation' : 'vendorInvitationPlain',
    params: {
      vendor: vendor.name,
      services: names,
      days,
    },
    vendorId: vendor.id,
  });
}

/** The entry of an invitation in the audit trail. */
export async function noteInvitation(
  tx: Tx,
  act: Act,
  { id, vendorId, personId }: Pick<Invitation, 'id' | 'vendorId' | 'personId'>,
  action: string,
): Promise<void> {
  await record(tx, act, {
    action,
    entity: 'invitation',
    entityId: id,
    vendorId,
    after: { personId },
  });
}
