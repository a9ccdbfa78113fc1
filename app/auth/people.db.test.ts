import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { unsealEntries } from '~/audit/sealed-entries.server';
import { verifyChain } from '~/audit/verify-chain.server';
import { calendarFeeds, people, signInLinks } from '~db/schema/auth';
import { auditEntries } from '~db/schema/audit';
import { mails } from '~db/schema/notifications';
import { vendorInvitations } from '~db/schema/self-service';
import { castPassword, testNow } from '../../tests/cast';
import { everything } from './act';
import { addPerson } from './add-person.server';
import { changePerson } from './change-person.server';
import { deactivatePerson } from './deactivate-person.server';
import { endOtherSessions, endSession } from './end-session.server';
import { countPeople, findPerson, listPeople, peopleListSpec } from './people-queries.server';
import { reactivatePerson } from './reactivate-person.server';
import { sendPasswordLink } from './send-password-link.server';
import { findSignedIn, openSession, openSessions } from './session.server';
import { setPasswordByLink } from './set-password.server';
import { signIn } from './sign-in.server';
import { parseListQuery } from '~/shared/list-query';
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
