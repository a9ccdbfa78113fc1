import { and, eq, notInArray } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { checkName } from '~/auth/person-record.server';
import { readSetting } from '~/settings/setting-queries.server';
import { readFields } from '~/shared/fields';
import { endsInText } from '~/shared/holds-text.server';
import { done, refused, refusedFields, type Outcome } from '~/shared/outcome';
import { enterVendor, readNewcomer } from '~/vendors/register-vendor.server';
import { findVendor } from '~/vendors/vendor-queries.server';
import { randomId } from '~db/columns';
import { people } from '~db/schema/auth';
import { vendorInvitations } from '~db/schema/self-service';
import type { Store, Tx } from '~db/store.server';
import { inviteeFields, newVendorFields } from './invitation';
import {
  askColleagues,
  mailInvitation,
  noteInvitation,
  servicesOf,
  type Service,
} from './invitation-letter.server';
import { colleaguesOf } from './invitation-queries.server';

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
    const free = await checkInvitee(tx, invitee);
    if (!free.ok) return free;
    const registered = await enterVendor(tx, act, newcomer.value);
    if (!registered.ok) return registered;
    const { vendorId } = registered.value;
    await invite(tx, act, { id: vendorId, name }, invitee, await servicesOf(tx, wanted));
    return done({ vendorId });
  });
}

/**
 * Invites a person of a vendor that is registered already. Where it has people of its own, the invitation waits for a second
 * person before anything is mailed.
 */
export async function inviteVendor(
  store: Store,
  act: Act,
  vendorId: number,
  input: unknown,
  wanted: Wanted,
): Promise<Outcome<Invited>> {
  const fields = readFields(inviteeFields, input);
  return store.transact(async (tx) => {
    const vendor = await findVendor(tx, act.scope, vendorId);
    if (!vendor) return refused('not_found');
    if (!fields.ok) return refusedFields(fields.fields ?? [fields.reason]);
    const free = await checkInvitee(tx, fields.value);
    if (!free.ok) return free;
    return done(await invite(tx, act, vendor, fields.value, await servicesOf(tx, wanted)));
  });
}

type Invitee = { contact: string; email: string; locale: 'en' | 'zh-CN' };
type Firm = { id: number; name: string };
/** Whether the invitation waits for a second person; else its letter is on its way. */
type Invited = { waits: boolean };

/** An address that nobody has, and neither it nor the name of our own house: nobody speaks for both sides. */
async function checkInvitee(tx: Tx, { email, contact }: Invitee): Promise<Outcome> {
  const [taken] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email));
  if (taken) return refused('already_exists', { value: email }, 'email');
  const domain = email.slice(email.lastIndexOf('@')).toLowerCase();
  const ours = await tx.$count(
    people,
    and(notInArray(people.role, ['vendor', 'reviewer']), endsInText(domain, people.email)),
  );
  if (ours > 0) return refused('address_of_house', { value: domain.slice(1) }, 'email');
  const named = await checkName(tx, null, { name: contact, role: 'vendor' });
  return named.ok ? named : refused('name_of_ours', { value: contact }, 'contact');
}

/** Where people speak for the vendor already, one more waits for them, or for a second person of ours. */
async function invite(
  tx: Tx,
  act: Act,
  vendor: Firm,
  invitee: Invitee,
  asked: Service[],
): Promise<Invited> {
  const { contact, email, locale } = invitee;
  const person = { id: randomId(), name: contact, email, locale };
  const at = act.now.toISOString();
  await tx.lockRow('vendors', 'id', vendor.id);
  const colleagues = await colleaguesOf(tx, vendor.id);
  const waits = colleagues.length > 0;
  await tx.insert(people).values({
    ...person,
    role: 'vendor',
    vendorId: vendor.id,
    timeZone: await readSetting(tx, 'time_zone'),
    createdAt: at,
    active: !waits,
  });
  const expiresAt = waits ? at : await mailInvitation(tx, act, person, vendor, asked);
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
    waitsSince: waits ? at : null,
  });
  if (waits) await askColleagues(tx, act, vendor, person, colleagues);
  const invitation = { id, vendorId: vendor.id, personId: person.id };
  await noteInvitation(tx, act, invitation, waits ? 'invitation.proposed' : 'invitation.sent');
  return { waits };
}
