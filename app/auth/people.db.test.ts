import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { unsealEntries } from '~/audit/sealed-entries.server';
import { verifyChain } from '~/audit/verify-chain.server';
import { calendarFeeds, people, signInLinks } from '~db/schema/auth';
import { auditEntries } from '~db/schema/audit';
import { mails } from '~db/schema/notifications';
import { vendorInvitations } from '~db/schema/self-service';
import type { Store } from '~db/store.server';
import { castInto, castPassword, testNow, type Cast, type CastPerson } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { everything, visitorAct, type Act } from './act';
import { addPerson } from './add-person.server';
import { changeAccount } from './change-account.server';
import { changePerson } from './change-person.server';
import { deactivatePerson } from './deactivate-person.server';
import { endOtherSessions, endSession } from './end-session.server';
import { countPeople, findPerson, listPeople, peopleListSpec } from './people-queries.server';
import { reactivatePerson } from './reactivate-person.server';
import { requestPasswordLink, sendPasswordLink } from './send-password-link.server';
import { findSignedIn, openSession, openSessions } from './session.server';
import { changeOwnPassword, setPasswordByLink } from './set-password.server';
import { signIn } from './sign-in.server';
import { parseListQuery } from '~/shared/list-query';

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

const from = { address: '127.0.0.1', agent: 'test' };
const door = visitorAct(testNow, '127.0.0.1');
const actOf = ({ id, name, role }: CastPerson): Act => ({
  actor: { kind: 'person', personId: id, name, role, address: '127.0.0.1' },
  now: testNow,
  scope: everything,
});
const codeOf = (outcome: { ok: true } | { ok: false; reason: { code: string } }) =>
  outcome.ok ? 'done' : outcome.reason.code;
const newPassword = 'a wholly other phrase';
const mailedToken = async () => {
  const [mail] = await store.read.select().from(mails);
  return /token=([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? '';
};

describe('people', () => {
  const input = { email: 'Nina@Example.com', name: 'Nina New', role: 'vendor', vendor: 'HARBOUR' };

  it('are taken in, invited by a link that works once, and sign in with the password they set', async () => {
    const added = await addPerson(store, actOf(cast.person.alan), input);
    expect(codeOf(added)).toBe('done');
    const token = await mailedToken();
    const links = await store.read.select().from(signInLinks);
    expect(JSON.stringify(links)).not.toContain(token);
    expect(codeOf(await setPasswordByLink(store, door, { token, password: 'nina.new' }))).toBe(
      'password_short',
    );
    const twice = await Promise.all([
      setPasswordByLink(store, door, { token, password: newPassword }),
      setPasswordByLink(store, door, { token, password: 'the phrase of a thief' }),
    ]);
    expect(twice.map(codeOf).sort()).toEqual(['done', 'link_dead']);
    expect(codeOf(await setPasswordByLink(store, door, { token, password: newPassword }))).toBe(
      'link_dead',
    );
  });

  it('are refused with a known address, an unknown vendor or on the wrong side', async () => {
    const add = async (change: Record<string, string>) =>
      codeOf(await addPerson(store, actOf(cast.person.alan), { ...input, ...change }));
    expect(await add({ email: 'MONA@example.com' })).toBe('already_exists');
    expect(await add({ vendor: 'NOBODY' })).toBe('vendor_unknown');
    expect(await add({ role: 'manager', vendor: '', reach: 'MARS' })).toBe('market_unknown');
    expect(await add({ role: 'manager' })).toBe('vendor_of_insider');
    expect(await store.read.$count(people)).toBe(9);
    expect(await store.read.$count(mails)).toBe(0);
    expect(await store.read.$count(auditEntries)).toBe(0);
  });

  it('get another role from an administrator, never from themselves, and one administrator remains', async () => {
    const { alan, mona } = cast.person;
    const as = (role: string) => ({ email: 'mona@example.com', name: 'Mona M.', role });
    const promoted = await changePerson(store, actOf(alan), {
      personId: mona.id,
      ...as('administrator'),
    });
    expect(codeOf(promoted)).toBe('done');
    const demoting = { personId: alan.id, email: alan.email, name: alan.name, role: 'manager' };
    expect(codeOf(await changePerson(store, actOf(alan), demoting))).toBe('own_role');
    const both = await Promise.all([
      deactivatePerson(store, actOf(alan), { personId: mona.id }),
      deactivatePerson(store, actOf({ ...mona, role: 'administrator' }), { personId: alan.id }),
    ]);
    expect(both.map(codeOf).sort()).toEqual(['done', 'last_administrator']);
    const [first] = await store.read.select().from(auditEntries);
    const [entry] = await unsealEntries(store.read, first ? [first] : []);
    expect(entry).toMatchObject({
      action: 'person.changed',
      before: { role: 'manager', name: 'Mona Manager' },
      after: { role: 'administrator', name: 'Mona M.' },
    });
    expect(await verifyChain(store.read)).toMatchObject({ entries: 2, brokenAt: null });
  });

  it('lose sessions, links and the calendar’s address when they are deactivated', async () => {
    const { alan, hanna } = cast.person;
    await store.transact(async (tx) => {
      const createdAt = testNow.toISOString();
      await tx.insert(calendarFeeds).values({ personId: hanna.id, tokenHash: 'hers', createdAt });
    });
    const token = await openSession(store, hanna.id, from);
    await sendPasswordLink(store, actOf(alan), { personId: hanna.id });
    const link = await mailedToken();
    expect(codeOf(await deactivatePerson(store, actOf(alan), { personId: alan.id }))).toBe(
      'own_account',
    );
    expect(codeOf(await deactivatePerson(store, actOf(alan), { personId: hanna.id }))).toBe('done');
    expect(await findSignedIn(store.read, token)).toBeNull();
    expect(
      codeOf(await setPasswordByLink(store, door, { token: link, password: newPassword })),
    ).toBe('link_dead');
    await reactivatePerson(store, actOf(alan), { personId: hanna.id });
    expect(await findSignedIn(store.read, token)).toBeNull();
    expect(await store.read.$count(calendarFeeds)).toBe(0);
    const again = { email: hanna.email, password: castPassword, from };
    expect(codeOf(await signIn(store, door, again))).toBe('done');
  });

  it('whose invitation waits or was revoked come in by it alone, not at an administrator’s word', async () => {
    const { alan, hanna } = cast.person;
    const at = testNow.toISOString();
    const standing = async (change: Partial<typeof vendorInvitations.$inferInsert>) => {
      await store.transact(async (tx) => {
        const vendorId = cast.vendor.harbour.id;
        await tx.delete(vendorInvitations).where(eq(vendorInvitations.personId, hanna.id));
        await tx.insert(vendorInvitations).values({
          ...{ personId: hanna.id, vendorId, serviceIds: [] },
          ...{ invitedAt: at, sentAt: at, expiresAt: at, ...change },
        });
        await tx.update(people).set({ active: false }).where(eq(people.id, hanna.id));
      });
      return codeOf(await reactivatePerson(store, actOf(alan), { personId: hanna.id }));
    };
    expect(await standing({ waitsSince: at })).toBe('invitation_unconfirmed');
    expect(await standing({ revokedAt: at })).toBe('invitation_unconfirmed');
    expect(await standing({ waitsSince: at, revokedAt: at })).toBe('invitation_unconfirmed');
    expect(await store.read.$count(people, eq(people.active, false))).toBe(1);
    expect(await store.read.$count(auditEntries)).toBe(0);
    expect(await standing({ acceptedAt: at, waitsSince: at })).toBe('done');
    expect(await standing({})).toBe('done');
  });

  it('of another address are not let in by a link that was mailed to the one of before', async () => {
    const { mona, alan } = cast.person;
    await sendPasswordLink(store, actOf(alan), { personId: mona.id });
    const token = await mailedToken();
    const same = { personId: mona.id, name: 'Mona M.', role: 'manager', email: mona.email };
    expect(codeOf(await changePerson(store, actOf(alan), same))).toBe('done');
    expect(await store.read.$count(signInLinks)).toBe(1);
    const moved = { ...same, email: 'mona@elsewhere.example' };
    expect(codeOf(await changePerson(store, actOf(alan), moved))).toBe('done');
    const outcome = await setPasswordByLink(store, door, { token, password: newPassword });
    expect(codeOf(outcome)).toBe('link_dead');
  });

  it('are listed within the scope, by search and filter', async () => {
    const list = async (search: string, scope = everything) => {
      const query = parseListQuery(new URLSearchParams(search), peopleListSpec);
      const rows = await listPeople(store.read, scope, query);
      expect(await countPeople(store.read, scope, query)).toBe(rows.length);
      return rows.map(({ name }) => name.split(' ')[0]);
    };
    expect(await list('role=manager')).toEqual(['Marek', 'Mona', 'Remy']);
    expect(await list('q=bruno')).toEqual(['Bruno']);
    expect(await list('q=100%')).toEqual([]);
    expect(await list('vendor=HARBOUR')).toEqual(['Hanna']);
    const harbour = { kind: 'vendor', vendorId: cast.vendor.harbour.id } as const;
    expect(await list('', harbour)).toEqual(['Hanna']);
    expect(await findPerson(store.read, harbour, cast.person.bruno.id)).toBeNull();
    const asia = {
      kind: 'reach',
      marketId: cast.market.asia.id,
      path: cast.market.asia.path,
    } as const;
    expect(await list('role=vendor', asia)).toEqual([]);
  });
});

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

describe('sessions', () => {
  it('are ended by their person alone', async () => {
    const { mona, bruno } = cast.person;
    const here = await openSession(store, mona.id, from);
    await openSession(store, mona.id, from);
    await openSession(store, mona.id, from);
    const [first] = await openSessions(store.read, mona.id);
    const sessionId = first?.id ?? '';
    expect(codeOf(await endSession(store, actOf(bruno), { sessionId }))).toBe('not_found');
    expect(codeOf(await endSession(store, actOf(mona), { sessionId }))).toBe('done');
    await endOtherSessions(store, actOf(mona), { session: here });
    expect((await openSessions(store.read, mona.id)).length).toBeLessThanOrEqual(1);
    expect(await openSessions(store.read, bruno.id)).toEqual([]);
  });
});
