import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { visitorAct, type Act } from '~/auth/act';
import { requestPasswordLink } from '~/auth/send-password-link.server';
import { deactivatePerson } from '~/auth/deactivate-person.server';
import { tasksFor } from '~/desk/load-desk.server';
import { auditEntries } from '~db/schema/audit';
import { people } from '~db/schema/auth';
import { mails } from '~db/schema/notifications';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import {
  invite,
  invitee,
  isInviteeActive,
  lettersTo,
  mailedTokens,
  must,
} from '../../tests/casts/newcomer';
import { actOf } from '../../tests/casts/review-cast';
import { acceptInvitation } from './accept-invitation.server';
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
    expect(await lettersTo(store, invitee.email)).toEqual([]);
    expect(await lettersTo(store, cast.person.hanna.email)).toEqual(['colleagueInvited']);
    await requestPasswordLink(store, door, { email: invitee.email });
    expect([await lettersTo(store, invitee.email), await isInviteeActive(store)]).toEqual([
      [],
      false,
    ]);
    expect(await resendInvitation(store, petra!, harbour, id)).toMatchObject({
      reason: { code: 'invitation_waits' },
    });
    expect(await lettersTo(store, invitee.email)).toEqual([]);
  });

  it('is confirmed by one of the vendor’s people, never by the inviter or another vendor’s', async () => {
    const id = await proposed();
    expect(await confirmInvitation(store, petra!, harbour, id)).toMatchObject({
      reason: { code: 'same_person' },
    });
    expect(await confirmInvitation(store, bruno!, harbour, id)).toMatchObject({
      reason: { code: 'not_found' },
    });
    expect(await lettersTo(store, invitee.email)).toEqual([]);
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
    expect([(await lettersTo(store, invitee.email)).length, await isInviteeActive(store)]).toEqual([
      1,
      true,
    ]);
  });

  it('is refused by the vendor, and waits anew where it is sent again', async () => {
    const id = await proposed();
    must(await revokeInvitation(store, hanna!, harbour, id));
    expect(must(await resendInvitation(store, petra!, harbour, id))).toEqual({ waits: true });
    expect([await lettersTo(store, invitee.email), await isInviteeActive(store)]).toEqual([
      [],
      false,
    ]);
    must(await revokeInvitation(store, petra!, harbour, id));
    must(await deactivatePerson(store, alan!, { personId: cast.person.hanna.id }));
    expect(must(await resendInvitation(store, petra!, harbour, id))).toEqual({ waits: false });
    expect([(await lettersTo(store, invitee.email)).length, await isInviteeActive(store)]).toEqual([
      1,
      true,
    ]);
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
    expect(await lettersTo(store, inviter.email)).toEqual(['invitationRefused']);
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
    expect(await isInviteeActive(store)).toBe(true);
    must(await revokeInvitation(store, petra!, harbour, id));
    expect(await isInviteeActive(store)).toBe(false);
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
    expect([(await lettersTo(store, invitee.email)).length, await isInviteeActive(store)]).toEqual([
      1,
      true,
    ]);
  });
});
