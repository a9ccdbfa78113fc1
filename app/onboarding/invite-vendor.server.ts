import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { personIdOf, type Act } from '~/auth/act';
import { mailLink } from '~/auth/password-link.server';
import { queueMail, vendorRecipients } from '~/notifications/queue-mail.server';
import { readSetting } from '~/settings/setting-queries.server';
import { readFields } from '~/shared/fields';
import { done, refused, refusedFields, type Outcome } from '~/shared/outcome';
import { enterVendor, readNewcomer } from '~/vendors/register-vendor.server';
import { findVendor } from '~/vendors/vendor-queries.server';
import { randomId } from '~db/columns';
import { people, signInLinks } from '~db/schema/auth';
import { vendorInvitations } from '~db/schema/self-service';
import { services } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { inviteeFields, newVendorFields } from './invitation';
import { findInvitation, type Invitation } from './invitation-queries.server';

const HOURS_A_DAY = 24;

/** The services that we look for, as a form sends their ids. */
type Wanted = readonly string[];

/** Registers a vendor as a prospect and invites its first person by mail. Refusals name every field; nothing is kept then. */
export async function inviteNewVendor(
  store: Store,
  act: Act,
  input: unknown,
  wanted: Wanted,
): Promise<Outcome<{ vendorId: number }>> {
  const fields = readFields(newVendorFields, input);
  if (!fields.ok) return fields;
  const { code, name, country, another, ...invitee } = fields.value;
  const typed = { code, name, country: country ?? '', another: another ?? '' };
  const newcomer = await readNewcomer(store.read, act, typed);
  if (!newcomer.ok) return newcomer;
  return store.transact(async (tx) => {
    const free = await checkAddress(tx, invitee.email);
    if (!free.ok) return free;
    const registered = await enterVendor(tx, act, newcomer.value);
    if (!registered.ok) return registered;
    const { vendorId } = registered.value;
    await invite(tx, act, { id: vendorId, name }, invitee, await servicesOf(tx, wanted));
    return done({ vendorId });
  });
}

/** Invites a person of a vendor that is registered already. */
export async function inviteVendor(
  store: Store,
  act: Act,
  vendorId: number,
  input: unknown,
  wanted: Wanted,
): Promise<Outcome> {
  const fields = readFields(inviteeFields, input);
  return store.transact(async (tx) => {
    const vendor = await findVendor(tx, act.scope, vendorId);
    if (!vendor) return refused('not_found');
    if (!fields.ok) return refusedFields(fields.fields ?? [fields.reason]);
    const free = await checkAddress(tx, fields.value.email);
    if (!free.ok) return free;
    await invite(tx, act, vendor, fields.value, await servicesOf(tx, wanted));
    return done();
  });
}

/** Mails a new link; the earlier one dies. An invitation that was revoked holds again. */
export async function resendInvitation(
  store: Store,
  act: Act,
  vendorId: number,
  invitationId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    await tx.lockRow('vendor_invitations', 'id', invitationId);
    const invitation = await findInvitation(tx, act.scope, vendorId, invitationId);
    if (!invitation) return refused('not_found');
    if (invitation.acceptedAt !== null) return refused('invitation_accepted');
    await tx.update(people).set({ active: true }).where(eq(people.id, invitation.personId));
    await sendAgain(tx, act, invitation);
    return done();
  });
}

/** Takes an invitation back: its link dies and the person can't sign in. */
export async function revokeInvitation(
  store: Store,
  act: Act,
  vendorId: number,
  invitationId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    await tx.lockRow('vendor_invitations', 'id', invitationId);
    const invitation = await findInvitation(tx, act.scope, vendorId, invitationId);
    if (!invitation) return refused('not_found');
    if (invitation.acceptedAt !== null) return refused('invitation_accepted');
    await tx.delete(signInLinks).where(eq(signInLinks.personId, invitation.personId));
    await tx.update(people).set({ active: false }).where(eq(people.id, invitation.personId));
    await tx
      .update(vendorInvitations)
      .set({ revokedAt: act.now.toISOString() })
      .where(eq(vendorInvitations.id, invitationId));
    await note(tx, act, invitation, 'invitation.revoked');
    return done();
  });
}

/** Mails the letter of an invitation once more and notes it. */
export async function sendAgain(tx: Tx, act: Act, invitation: Invitation): Promise<void> {
  const { personId, contact, email, locale, vendorId, vendorName, serviceIds } = invitation;
  const expiresAt = await mail(
    tx,
    act,
    { id: personId, name: contact, email, locale },
    { id: vendorId, name: vendorName },
    await servicesOf(tx, serviceIds.map(String)),
  );
  await tx
    .update(vendorInvitations)
    .set({ expiresAt, sentAt: act.now.toISOString(), revokedAt: null })
    .where(eq(vendorInvitations.id, invitation.id));
  await note(tx, act, invitation, 'invitation.sent_again');
}

type Service = typeof services.$inferSelect;
type Invitee = { contact: string; email: string; locale: 'en' | 'zh-CN' };
type Firm = { id: number; name: string };

async function servicesOf(tx: Tx, wanted: Wanted): Promise<Service[]> {
  const ids = wanted.map(Number).filter(Number.isSafeInteger);
  return ids.length === 0 ? [] : tx.select().from(services).where(inArray(services.id, ids));
}

/** An address that nobody has, and not one of our own house: nobody speaks for both sides. */
async function checkAddress(tx: Tx, email: string): Promise<Outcome> {
  const [taken] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email));
  if (taken) return refused('already_exists', { value: email }, 'email');
  const domain = email.slice(email.lastIndexOf('@')).toLowerCase();
  const ours = await tx.$count(
    people,
    and(
      notInArray(people.role, ['vendor', 'reviewer']),
      sql`lower(${people.email}) like ${`%${domain}`}`,
    ),
  );
  return ours > 0 ? refused('address_of_house', { value: domain.slice(1) }, 'email') : done();
}

async function invite(tx: Tx, act: Act, vendor: Firm, invitee: Invitee, asked: Service[]) {
  const { contact, email, locale } = invitee;
  const person = { id: randomId(), name: contact, email, locale };
  const at = act.now.toISOString();
  await tx.insert(people).values({
    ...person,
    role: 'vendor',
    vendorId: vendor.id,
    timeZone: await readSetting(tx, 'time_zone'),
    createdAt: at,
  });
  const expiresAt = await mail(tx, act, person, vendor, asked);
  const id = randomId();
  await tx.insert(vendorInvitations).values({
    id,
    vendorId: vendor.id,
    personId: person.id,
    serviceIds: asked.map((service) => service.id),
    invitedBy: personIdOf(act),
    invitedAt: at,
    sentAt: at,
    expiresAt,
  });
  await tellColleagues(tx, act, vendor, { id: person.id, name: contact, email });
  await note(tx, act, { id, vendorId: vendor.id, personId: person.id }, 'invitation.sent');
}

/** The people whom a vendor has already hear who else was invited to speak for it, and by whom: they know whom they know. */
async function tellColleagues(
  tx: Tx,
  act: Act,
  vendor: Firm,
  invited: { id: number; name: string; email: string },
): Promise<void> {
  const colleagues = (await vendorRecipients(tx, vendor.id)).filter(
    ({ personId }) => personId !== invited.id,
  );
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

async function mail(
  tx: Tx,
  act: Act,
  person: { id: number; name: string; email: string; locale: 'en' | 'zh-CN' },
  vendor: Firm,
  asked: readonly Service[],
): Promise<string> {
  const days = await readSetting(tx, 'invitation_days');
  const names = asked.map(({ nameEn, nameZh, code }) =>
    person.locale === 'en' ? nameEn || code : nameZh || code,
  );
  return mailLink(tx, act, person, {
    page: '/invitation',
    hours: days * HOURS_A_DAY,
    template: names.length > 0 ? 'vendorInvitation' : 'vendorInvitationPlain',
    params: {
      vendor: vendor.name,
      services: names.join(person.locale === 'en' ? ', ' : '、'),
      days,
    },
    vendorId: vendor.id,
  });
}

async function note(
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
