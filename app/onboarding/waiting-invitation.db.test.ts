import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { findBearer } from '~/auth/access-token-queries.server';
import { makeAccessToken } from '~/auth/make-access-token.server';
import { visitorAct, type Act } from '~/auth/act';
import { requestPasswordLink } from '~/auth/send-password-link.server';
import { setPasswordByLink } from '~/auth/set-password.server';
import { deactivatePerson } from '~/auth/deactivate-person.server';
import { reactivatePerson } from '~/auth/reactivate-person.server';
import { tasksFor } from '~/desk/load-desk.server';
import { auditEntries } from '~db/schema/audit';
import { people, signInLinks } from '~db/schema/auth';
import { mails } from '~db/schema/notifications';
import { vendorInvitations } from '~db/schema/self-service';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { invite, invitee, mailedTokens, must } from '../../tests/casts/newcomer';
import { actOf } from '../../tests/casts/review-cast';
import { acceptInvitation, askForInvitation } from './accept-invitation.server';
import { confirmInvitation } from './confirm-invitation.server';
import { inviteVendor } from './invite-vendor.server';
import { invitationsOfVendor } from './invitation-queries.server';
import { resendInvitation } from './resend-invitation.server';
import { revokeInvitation } from './revoke-invitation.server';

let store: Store;
let cast: Cast;
let [petra, alan, hanna, bruno]: Act[] = [];
let harbour: number;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  const { person, vendor } = cast;
  [petra, alan] = [actOf(person.petra), actOf(person.alan)];
  hanna = actOf(person.hanna, vendor.harbour.id);
  bruno = actOf(person.bruno, vendor.brittle.id);
  harbour = vendor.harbour.id;
});

const door = visitorAct(testNow, null);
const lettersTo = async (address: string) =>
  (await store.read.select().from(mails).where(eq(mails.toAddress, address))).map(
    ({ template }) => template,
  );
const isActive = async () =>
  (await store.read.select().from(people).where(eq(people.email, invitee.email)))[0]?.active;

/** Petra invites one more person of Harbour, which has Hanna already: the invitation's id. */
async function proposed(): Promise<number> {
  const { contact, email, locale } = invitee;
  expect(must(await inviteVendor(store, petra!, harbour, { contact, email, locale }, []))).toEqual({
    waits: true,
  });
  const [invitation] = await invitationsOfVendor(store.read, petra!.scope, harbour);
  return invitation!.id;
}

describe('an invitation into a vendor that has people', () => {
  it('mails nothing to the invited and lets nobody in, whatever is asked for at the door', async () => {
    const id = await proposed();
    expect(await lettersTo(invitee.email)).toEqual([]);
    expect(await lettersTo(cast.person.hanna.email)).toEqual(['colleagueInvited']);
    await requestPasswordLink(store, door, { email: invitee.email });
    expect([await lettersTo(invitee.email), await isActive()]).toEqual([[], false]);
    expect(await resendInvitation(store, petra!, harbour, id)).toMatchObject({
      reason: { code: 'invitation_waits' },
    });
    expect(await lettersTo(invitee.email)).toEqual([]);
  });

  it('is confirmed by one of the vendor’s people, never by the inviter or another vendor’s', async () => {
    const id = await proposed();
    expect(await confirmInvitation(store, petra!, harbour, id)).toMatchObject({
      reason: { code: 'same_person' },
    });
    expect(await confirmInvitation(store, bruno!, harbour, id)).toMatchObject({
      reason: { code: 'not_found' },
    });
    expect(await lettersTo(invitee.email)).toEqual([]);
    must(await confirmInvitation(store, hanna!, harbour, id));
    const [token = ''] = await mailedTokens(store);
    const from = { address: null, agent: 'test' };
    must(await acceptInvitation(store, door, { token, password: '', from }));
    for (const step of [confirmInvitation, revokeInvitation, resendInvitation])
      expect(await step(store, hanna!, harbour, id)).toMatchObject({
        reason: { code: 'invitation_accepted' },
      });
    const trail = await store.read
      .select({ action: auditEntries.action, by: auditEntries.personId })
      .from(auditEntries)
      .where(eq(auditEntries.entity, 'invitation'));
    expect(trail).toMatchObject([
      { action: 'invitation.proposed', by: cast.person.petra.id },
      { action: 'invitation.confirmed', by: cast.person.hanna.id },
      { action: 'invitation.accepted' },
    ]);
  });

  it('is confirmed by a second person of ours as well', async () => {
    const id = await proposed();
    must(await confirmInvitation(store, alan!, harbour, id));
    expect([(await lettersTo(invitee.email)).length, await isActive()]).toEqual([1, true]);
  });

  it('is refused by the vendor, and waits anew where it is sent again', async () => {
    const id = await proposed();
    must(await revokeInvitation(store, hanna!, harbour, id));
    expect(must(await resendInvitation(store, petra!, harbour, id))).toEqual({ waits: true });
    expect([await lettersTo(invitee.email), await isActive()]).toEqual([[], false]);
    must(await revokeInvitation(store, petra!, harbour, id));
    must(await deactivatePerson(store, alan!, { personId: cast.person.hanna.id }));
    expect(must(await resendInvitation(store, petra!, harbour, id))).toEqual({ waits: false });
    expect([(await lettersTo(invitee.email)).length, await isActive()]).toEqual([1, true]);
  });

  it('that the vendor refuses is told to who made it, in their language, and to nobody who refuses their own', async () => {
    const { petra: inviter } = cast.person;
    await store.transact((tx) =>
      tx.update(people).set({ locale: 'zh-CN' }).where(eq(people.id, inviter.id)),
    );
    const id = await proposed();
    must(await revokeInvitation(store, hanna!, harbour, id));
    const letters = await store.read.select().from(mails).where(eq(mails.toPersonId, inviter.id));
    expect(letters).toMatchObject([
      { template: 'invitationRefused', locale: 'zh-CN', vendorId: harbour },
    ]);
    expect(letters[0]?.subject).toContain('已被拒绝');
    expect(letters[0]?.body).toContain(`/vendors/${harbour}/company`);
    must(await resendInvitation(store, petra!, harbour, id));
    must(await revokeInvitation(store, petra!, harbour, id));
    expect(await lettersTo(inviter.email)).toEqual(['invitationRefused']);
  });

  it('is refused once: a second no writes nothing', async () => {
    const id = await proposed();
    must(await revokeInvitation(store, hanna!, harbour, id));
    for (const act of [hanna!, petra!])
      expect(await revokeInvitation(store, act, harbour, id)).toMatchObject({
        reason: { code: 'invitation_revoked' },
      });
    const revoked = eq(auditEntries.action, 'invitation.revoked');
    expect(await store.read.$count(auditEntries, revoked)).toBe(1);
  });

  it('can’t be taken back by the vendor’s people once it is out', async () => {
    const id = await proposed();
    must(await confirmInvitation(store, alan!, harbour, id));
    expect(await revokeInvitation(store, hanna!, harbour, id)).toMatchObject({
      reason: { code: 'invitation_not_waiting' },
    });
    expect(await isActive()).toBe(true);
    must(await revokeInvitation(store, petra!, harbour, id));
    expect(await isActive()).toBe(false);
  });

  it('is not confirmed by the invited', async () => {
    const id = await proposed();
    const [nina] = await store.read.select().from(people).where(eq(people.email, invitee.email));
    expect(await confirmInvitation(store, actOf(nina!, harbour), harbour, id)).toMatchObject({
      reason: { code: 'same_person' },
    });
  });

  it('stands on the desks of those who may confirm it', async () => {
    await proposed();
    const kinds = async (role: 'procurement' | 'vendor', act: Act, personId: number) => {
      const asked = { scope: act.scope, now: testNow, locale: 'en', personId };
      const tasks = await tasksFor(store.read, role, asked);
      return tasks.filter(({ kind }) => kind === 'invitation_confirm').map(({ href }) => href);
    };
    const { petra: inviter, alan: other, hanna: theirs, bruno: stranger } = cast.person;
    expect(await kinds('procurement', petra!, inviter.id)).toEqual([]);
    expect(await kinds('procurement', petra!, other.id)).toEqual([`/vendors/${harbour}/company`]);
    expect(await kinds('vendor', hanna!, theirs.id)).toEqual(['/company']);
    expect(await kinds('vendor', bruno!, stranger.id)).toEqual([]);
  });

  it('is the only one that waits: the first of a vendor goes out at once', async () => {
    await invite({ store, cast, petra: petra! });
    expect([(await lettersTo(invitee.email)).length, await isActive()]).toEqual([1, true]);
  });
});

describe('somebody who was invited and whom an administrator shut out', () => {
  it('is let in again by an administrator alone, not by the invitation', async () => {
    const { vendorId, invitationId } = await invite({ store, cast, petra: petra! });
    const [nina] = await store.read.select().from(people).where(eq(people.email, invitee.email));
    const personId = nina!.id;
    must(await deactivatePerson(store, alan!, { personId }));
    for (const step of [resendInvitation, revokeInvitation, resendInvitation])
      expect(await step(store, petra!, vendorId, invitationId)).toMatchObject({
        reason: { code: 'person_inactive' },
      });
    expect([(await lettersTo(invitee.email)).length, await isActive()]).toEqual([1, false]);
    must(await reactivatePerson(store, alan!, { personId }));
    must(await resendInvitation(store, petra!, vendorId, invitationId));
    expect([(await lettersTo(invitee.email)).length, await isActive()]).toEqual([2, true]);
  });

  it('stays out where the invitation was revoked all the same, until an administrator says otherwise', async () => {
    const { vendorId, invitationId } = await invite({ store, cast, petra: petra! });
    const [nina] = await store.read.select().from(people).where(eq(people.email, invitee.email));
    const personId = nina!.id;
    must(await deactivatePerson(store, alan!, { personId }));
    await store.transact((tx) =>
      tx.update(vendorInvitations).set({ revokedAt: testNow.toISOString() }),
    );
    expect(await resendInvitation(store, petra!, vendorId, invitationId)).toMatchObject({
      reason: { code: 'person_inactive' },
    });
    expect(await isActive()).toBe(false);
    must(await reactivatePerson(store, alan!, { personId }));
    must(await resendInvitation(store, petra!, vendorId, invitationId));
    expect(await isActive()).toBe(true);
  });
});

it('with a password by an invitation, nothing of before lets anybody in for the person', async () => {
  await invite({ store, cast, petra: petra! });
  const [first = ''] = await mailedTokens(store);
  const from = { address: null, agent: 'test' };
  must(await acceptInvitation(store, door, { token: first, password: '', from }));
  const [nina] = await store.read.select().from(people).where(eq(people.email, invitee.email));
  const act = actOf(nina!, nina!.vendorId);
  const { token } = must(await makeAccessToken(store, act, { name: 'test', days: '30' }));
  expect(await findBearer(store.read, token)).not.toBeNull();
  await askForInvitation(store, door, first);
  const second = (await mailedTokens(store)).find((each) => each !== first) ?? '';
  const password = 'a wholly other phrase';
  must(await acceptInvitation(store, door, { token: second, password, from }));
  expect(await findBearer(store.read, token)).toBeNull();
});

describe('somebody who was invited and has not come in', () => {
  const second = { contact: 'Otto Other', email: 'otto@new.example', locale: 'en' };
  const inviteOtto = async (vendorId: number) =>
    must(await inviteVendor(store, petra!, vendorId, second, []));

  it('is nobody to ask: the next invitation goes out at once, and so does one sent again', async () => {
    const { vendorId } = await invite({ store, cast, petra: petra! });
    expect(await inviteOtto(vendorId)).toEqual({ waits: false });
    const otto = (await invitationsOfVendor(store.read, petra!.scope, vendorId)).find(
      ({ email }) => email === second.email,
    );
    must(await revokeInvitation(store, petra!, vendorId, otto!.id));
    expect(must(await resendInvitation(store, petra!, vendorId, otto!.id))).toEqual({
      waits: false,
    });
    expect(await lettersTo(invitee.email)).toEqual(['vendorInvitation']);
  });

  it('is one of the vendor’s people once they have', async () => {
    const { vendorId } = await invite({ store, cast, petra: petra! });
    const [token = ''] = await mailedTokens(store);
    const from = { address: null, agent: 'test' };
    must(await acceptInvitation(store, door, { token, password: '', from }));
    expect(await inviteOtto(vendorId)).toEqual({ waits: true });
  });

  it('came in where a password was set by a link that was asked for at the door', async () => {
    const { vendorId } = await invite({ store, cast, petra: petra! });
    const [first] = await mailedTokens(store);
    await store.transact(async (tx) => {
      await tx.update(signInLinks).set({ expiresAt: '2020-01-01T00:00:00.000Z' });
    });
    await requestPasswordLink(store, door, { email: invitee.email });
    const token = (await mailedTokens(store)).find((each) => each !== first) ?? '';
    must(await setPasswordByLink(store, door, { token, password: 'a wholly other phrase' }));
    expect(await inviteOtto(vendorId)).toEqual({ waits: true });
  });
});
