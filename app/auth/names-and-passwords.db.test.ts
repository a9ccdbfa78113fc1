import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { calendarFeeds, people, signInLinks } from '~db/schema/auth';
import { mails } from '~db/schema/notifications';
import { castPassword, testNow } from '../../tests/cast';
import { everything, type Act } from './act';
import { addPerson } from './add-person.server';
import { changeAccount } from './change-account.server';
import { changePerson } from './change-person.server';
import { requestPasswordLink } from './send-password-link.server';
import { findSignedIn, openSession } from './session.server';
import { changeOwnPassword, setPasswordByLink } from './set-password.server';
import {
  peopleForEach,
  store,
  cast,
  from,
  door,
  actOf,
  codeOf,
  newPassword,
  mailedToken,
} from '../../tests/casts/people-cast';

peopleForEach();

describe('a name', () => {
  it.each([
    'Mona Manager',
    ' mona  MANAGER ',
    'Mоnа Mаnаger',
    'Mónа-Manager',
    'Ｍｏｎａ\u200bManager',
  ])('of ours is nobody’s from outside: %s', async (written) => {
    await store.transact(async (tx) => {
      const { mona } = cast.person;
      await tx.update(people).set({ name: 'Mona Manager' }).where(eq(people.id, mona.id));
    });
    const { hanna } = cast.person;
    const scope = { kind: 'vendor', vendorId: cast.vendor.harbour.id } as const;
    const actor = { kind: 'person', personId: hanna.id, address: null } as const;
    const act: Act = { now: testNow, scope, actor: { ...actor, name: hanna.name, role: 'vendor' } };
    const words = { locale: 'en', timeZone: 'UTC' };
    expect(await changeAccount(store, act, { ...words, name: written })).toMatchObject({
      reason: { code: 'name_of_ours', field: 'name' },
    });
    const added = { email: 'new@example.com', name: written, role: 'vendor', vendor: 'HARBOUR' };
    const admin: Act = { ...act, scope: everything };
    expect(await addPerson(store, admin, added)).toMatchObject({
      reason: { code: 'name_of_ours', field: 'name' },
    });
    expect(await changeAccount(store, act, { ...words, name: 'Hanna Manager' })).toMatchObject({
      ok: true,
    });
  });
});

describe('who bears a name', () => {
  const nameOf = (id: number, name: string) =>
    store.transact((tx) => tx.update(people).set({ name }).where(eq(people.id, id)));

  it('of ours can go over to a vendor with it', async () => {
    const { alan, mona } = cast.person;
    const { email, name } = mona;
    const as = { personId: mona.id, email, name, role: 'vendor', vendor: 'HARBOUR' };
    expect(codeOf(await changePerson(store, actOf(alan), as))).toBe('done');
  });

  it('of ours keeps it for themselves: a colleague who goes over can’t take it along', async () => {
    const { alan, mona, marek } = cast.person;
    await nameOf(marek.id, mona.name);
    const { email, name } = mona;
    const as = { personId: mona.id, email, name, role: 'vendor', vendor: 'HARBOUR' };
    expect(codeOf(await changePerson(store, actOf(alan), as))).toBe('name_of_ours');
  });

  it('that one of ours came to bear later can be changed in all else', async () => {
    const { alan, marek, hanna } = cast.person;
    await nameOf(marek.id, hanna.name);
    const { name } = hanna;
    const as = { personId: hanna.id, email: 'h@example.com', name, role: 'vendor' };
    const change = (fields: Record<string, string>) =>
      changePerson(store, actOf(alan), { ...as, vendor: 'HARBOUR', ...fields });
    expect(codeOf(await change({}))).toBe('done');
    expect(
      codeOf(await changeAccount(store, actOf(hanna), { name, locale: 'zh-CN', timeZone: 'UTC' })),
    ).toBe('done');
    expect(codeOf(await change({ name: 'Mona Manager' }))).toBe('name_of_ours');
  });
});

describe('a password', () => {
  it('changes for who knows the old one; other sessions and the calendar end, this session stays', async () => {
    const { mona } = cast.person;
    const [here, there] = [
      await openSession(store, mona.id, from),
      await openSession(store, mona.id, from),
    ];
    await store.transact(async (tx) => {
      const feed = {
        personId: mona.id,
        tokenHash: 'of a calendar',
        createdAt: testNow.toISOString(),
      };
      await tx.insert(calendarFeeds).values(feed);
    });
    const change = async (current: string, password: string) =>
      codeOf(await changeOwnPassword(store, actOf(mona), { current, password, session: here }));
    expect(await change('wrong', newPassword)).toBe('password_wrong');
    expect(await change(castPassword, castPassword)).toBe('password_same');
    expect(await store.read.$count(calendarFeeds)).toBe(1);
    expect(await change(castPassword, newPassword)).toBe('done');
    expect(await findSignedIn(store.read, here)).not.toBeNull();
    expect(await findSignedIn(store.read, there)).toBeNull();
    expect(await store.read.$count(calendarFeeds)).toBe(0);
  });

  it('is not asked for over an invitation that still works: a stranger would kill it', async () => {
    await addPerson(store, actOf(cast.person.alan), {
      email: 'nina@example.com',
      name: 'Nina New',
      role: 'vendor',
      vendor: 'HARBOUR',
    });
    const invitation = await mailedToken();
    await requestPasswordLink(store, door, { email: 'nina@example.com' });
    expect(await store.read.$count(mails)).toBe(1);
    const set = { token: invitation, password: newPassword };
    expect(codeOf(await setPasswordByLink(store, door, set))).toBe('done');
    await requestPasswordLink(store, door, { email: 'nina@example.com' });
    expect(await store.read.$count(mails)).toBe(2);
  });

  it('is asked for at the door: mail for those who are here, the last link alone works, for an hour', async () => {
    await requestPasswordLink(store, door, { email: 'nobody@example.com' });
    expect(await store.read.$count(mails)).toBe(0);
    await requestPasswordLink(store, door, { email: 'mona@example.com' });
    const first = await mailedToken();
    await requestPasswordLink(store, door, { email: 'mona@example.com' });
    const set = async (token: string) =>
      codeOf(await setPasswordByLink(store, door, { token, password: newPassword }));
    expect(await set(first)).toBe('link_dead');
    const bodies = await store.read.select({ body: mails.body }).from(mails);
    const tokens = bodies.flatMap(({ body }) => /token=([\w-]+)/.exec(body)?.[1] ?? []);
    const last = tokens.find((token) => token !== first) ?? '';
    await store.transact(async (tx) => {
      await tx.update(signInLinks).set({ expiresAt: '2020-01-01T00:00:00.000Z' });
    });
    expect(await set(last)).toBe('link_dead');
    const [mona] = await store.read
      .select()
      .from(people)
      .where(eq(people.email, 'mona@example.com'));
    const token = await openSession(store, mona!.id, from);
    await store.transact(async (tx) => {
      await tx.update(signInLinks).set({ expiresAt: '2999-01-01T00:00:00.000Z' });
    });
    expect(await set(last)).toBe('done');
    expect(await findSignedIn(store.read, token)).toBeNull();
  });
});
