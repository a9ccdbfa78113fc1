import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { findBearer } from '~/auth/access-token-queries.server';
import { makeAccessToken } from '~/auth/make-access-token.server';
import { visitorAct, type Act } from '~/auth/act';
import { requestPasswordLink } from '~/auth/send-password-link.server';
import { setPasswordByLink } from '~/auth/set-password.server';
import { deactivatePerson } from '~/auth/deactivate-person.server';
import { reactivatePerson } from '~/auth/reactivate-person.server';
import { people, signInLinks } from '~db/schema/auth';
import { vendorInvitations } from '~db/schema/self-service';
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
import { acceptInvitation, askForInvitation } from './accept-invitation.server';
import { inviteVendor } from './invite-vendor.server';
import { invitationsOfVendor } from './invitation-queries.server';
import { resendInvitation } from './resend-invitation.server';
import { revokeInvitation } from './revoke-invitation.server';

let store: Store;
let cast: Cast;
let [petra, alan]: Act[] = [];
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  [petra, alan] = [actOf(cast.person.petra), actOf(cast.person.alan)];
});

const door = visitorAct(testNow, null);

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
    expect([(await lettersTo(store, invitee.email)).length, await isInviteeActive(store)]).toEqual([
      1,
      false,
    ]);
    must(await reactivatePerson(store, alan!, { personId }));
    must(await resendInvitation(store, petra!, vendorId, invitationId));
    expect([(await lettersTo(store, invitee.email)).length, await isInviteeActive(store)]).toEqual([
      2,
      true,
    ]);
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
    expect(await isInviteeActive(store)).toBe(false);
    must(await reactivatePerson(store, alan!, { personId }));
    must(await resendInvitation(store, petra!, vendorId, invitationId));
    expect(await isInviteeActive(store)).toBe(true);
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
    expect(await lettersTo(store, invitee.email)).toEqual(['vendorInvitation']);
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
