import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { visitorAct } from '~/auth/act';
import { people, signInLinks } from '~db/schema/auth';
import { mails } from '~db/schema/notifications';
import { vendors } from '~db/schema/vendors';
import { testNow } from '../../tests/cast';
import { invitee, mailedTokens } from '../../tests/casts/newcomer';
import { acceptInvitation, askForInvitation, invitationByLink } from './accept-invitation.server';
import { inviteNewVendor, inviteVendor } from './invite-vendor.server';
import { resendInvitation } from './resend-invitation.server';
import { revokeInvitation } from './revoke-invitation.server';
import { castForEach, store, cast, petra, invited } from '../../tests/casts/self-service-cast';

castForEach();

const door = visitorAct(testNow, null);

const from = { address: null, agent: 'test' };

const second = { contact: 'Sam', email: 'sam@second.example', locale: 'en' };

describe('an invitation', () => {
  it('registers a prospect and its person, and writes in the language of the invited', async () => {
    const { vendorId } = await invited();
    const [vendor] = await store.read.select().from(vendors).where(eq(vendors.id, vendorId));
    expect(vendor).toMatchObject({ code: 'NEW', status: 'prospect', country: 'DE' });
    const [letter] = await store.read.select().from(mails);
    expect(letter).toMatchObject({ locale: 'zh-CN', toAddress: invitee.email });
    expect(letter?.body).toContain('干线运输');
    expect(letter?.body).toContain('/invitation?token=');
  });

  it('keeps nothing where the address is taken', async () => {
    const before = await store.read.$count(vendors);
    const taken = { ...invitee, email: cast.person.hanna.email };
    expect(await inviteNewVendor(store, petra, taken, [])).toMatchObject({
      reason: { code: 'already_exists', field: 'email' },
    });
    expect(await store.read.$count(vendors)).toBe(before);
  });

  it('goes to nobody of our own house, nor under the name of one of ours', async () => {
    const { harbour } = cast.vendor;
    const house = { ...second, email: 'sam@example.com' };
    expect(await inviteVendor(store, petra, harbour.id, house, [])).toMatchObject({
      reason: { code: 'address_of_house', field: 'email' },
    });
    const namesake = { ...second, contact: cast.person.mona.name.toUpperCase() };
    expect(await inviteVendor(store, petra, harbour.id, namesake, [])).toMatchObject({
      reason: { code: 'name_of_ours', field: 'contact' },
    });
  });

  it('signs in once; the second time its link says that it was used, and a new one can be asked for', async () => {
    await invited();
    const [token = ''] = await mailedTokens(store);
    expect(await invitationByLink(store.read, token)).toMatchObject({ state: 'live' });
    expect(await acceptInvitation(store, door, { token, password: '', from })).toMatchObject({
      ok: true,
    });
    expect(await acceptInvitation(store, door, { token, password: '', from })).toMatchObject({
      reason: { code: 'link_dead' },
    });
    expect(await invitationByLink(store.read, token)).toMatchObject({ state: 'used' });
    await askForInvitation(store, door, token);
    const tokens = await mailedTokens(store);
    expect(tokens).toHaveLength(2);
    const next = tokens.find((each) => each !== token) ?? '';
    expect(await invitationByLink(store.read, next)).toMatchObject({ state: 'live' });
    expect(await invitationByLink(store.read, token)).toEqual({ state: 'unknown' });
  });

  it('runs out, and is replaced by asking', async () => {
    await invited();
    const [token = ''] = await mailedTokens(store);
    await store.transact(async (tx) => {
      await tx.update(signInLinks).set({ expiresAt: '2020-01-01T00:00:00.000Z' });
    });
    expect(await invitationByLink(store.read, token)).toMatchObject({ state: 'expired' });
    expect(await acceptInvitation(store, door, { token, password: '', from })).toMatchObject({
      ok: false,
    });
    await askForInvitation(store, door, token);
    expect(await mailedTokens(store)).toHaveLength(2);
  });

  it('is revoked: the link dies, nothing more is mailed, until it is sent again', async () => {
    const { vendorId, invitationId } = await invited();
    const [token = ''] = await mailedTokens(store);
    expect(await revokeInvitation(store, petra, vendorId, invitationId)).toMatchObject({
      ok: true,
    });
    expect(await invitationByLink(store.read, token)).toEqual({ state: 'unknown' });
    await askForInvitation(store, door, token);
    expect(await mailedTokens(store)).toHaveLength(1);
    const person = () => store.read.select().from(people).where(eq(people.email, invitee.email));
    expect(await person()).toMatchObject([{ active: false }]);
    await resendInvitation(store, petra, vendorId, invitationId);
    expect(await person()).toMatchObject([{ active: true }]);
    const tokens = await mailedTokens(store);
    const live = tokens.find((each) => each !== token) ?? '';
    await acceptInvitation(store, door, { token: live, password: '', from });
    expect(await revokeInvitation(store, petra, vendorId, invitationId)).toMatchObject({
      reason: { code: 'invitation_accepted' },
    });
  });
});
