import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { people, sessions } from '~db/schema/auth';
import { auditEntries } from '~db/schema/audit';
import type { Store } from '~db/store.server';
import { castInto, castPassword, testNow } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { visitorAct } from './act';
import { createFirstAdministrator, nobodyIsHere } from './create-first-administrator.server';
import { findSignedIn, openSession, openSessions } from './session.server';
import { signIn } from './sign-in.server';

const door = visitorAct(testNow, '203.0.113.7');
const from = { address: '203.0.113.7', agent: 'test' };
const attempt = (store: Store, email: string, password: string) =>
  signIn(store, door, { email, password, from });

describe('signing in', () => {
  it('opens a session of its own each time, whatever the spelling of the address', async () => {
    const store = await freshStore();
    const { person } = await castInto(store);
    const first = await attempt(store, ' Mona@Example.com', castPassword);
    const second = await attempt(store, 'mona@example.com', castPassword);
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(first.value.token).not.toBe(second.value.token);
    expect(await findSignedIn(store.read, first.value.token)).toMatchObject({ id: person.mona.id });
    expect(await openSessions(store.read, person.mona.id)).toHaveLength(2);
    const stored = await store.read.select().from(sessions);
    expect(JSON.stringify(stored)).not.toContain(first.value.token);
  });

  it('refuses the unknown, the wrong, the deactivated and those without a password alike', async () => {
    const store = await freshStore();
    const { person } = await castInto(store);
    await store.transact(async (tx) => {
      await tx.update(people).set({ active: false }).where(eq(people.id, person.ada.id));
      await tx.update(people).set({ passwordHash: null }).where(eq(people.id, person.pablo.id));
    });
    const answers = await Promise.all([
      attempt(store, 'nobody@example.com', castPassword),
      attempt(store, 'mona@example.com', 'not her password'),
      attempt(store, 'ada@example.com', castPassword),
      attempt(store, 'pablo@example.com', castPassword),
    ]);
    for (const answer of answers)
      expect(answer).toEqual({ ok: false, reason: { code: 'sign_in_failed' } });
    expect(await store.read.$count(sessions)).toBe(0);
  });

  it('lets an account rest after five failures, for the right password too, and forgets them later', async () => {
    const store = await freshStore();
    const { person } = await castInto(store);
    for (let n = 0; n < 5; n += 1) await attempt(store, 'mona@example.com', `wrong ${n}`);
    expect((await attempt(store, 'mona@example.com', castPassword)).ok).toBe(false);
    const entries = await store.read.select().from(auditEntries);
    expect(entries.map(({ action }) => action)).toEqual([
      ...Array<string>(4).fill('person.sign_in_failed'),
      'person.locked',
    ]);
    await store.transact(async (tx) => {
      await tx
        .update(people)
        .set({ lockedUntil: '2020-01-01T00:00:00.000Z' })
        .where(eq(people.id, person.mona.id));
    });
    expect((await attempt(store, 'mona@example.com', castPassword)).ok).toBe(true);
    const [mona] = await store.read.select().from(people).where(eq(people.id, person.mona.id));
    expect(mona).toMatchObject({ failedSignIns: 0, lockedUntil: null });
  });

  it('takes no session that is too old or was not used for days', async () => {
    const store = await freshStore();
    const { person } = await castInto(store);
    const token = await openSession(store, person.mona.id, from);
    const ages = { lastSeenAt: daysAgo(5), expiresAt: daysAgo(-5) };
    await store.transact(async (tx) => void (await tx.update(sessions).set(ages)));
    expect(await findSignedIn(store.read, token)).toBeNull();
    expect(await openSessions(store.read, person.mona.id)).toEqual([]);
    const old = { lastSeenAt: daysAgo(0), expiresAt: daysAgo(1) };
    await store.transact(async (tx) => void (await tx.update(sessions).set(old)));
    expect(await findSignedIn(store.read, token)).toBeNull();
  });
});

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}

describe('the first administrator', () => {
  const lin = { email: 'lin@example.com', name: 'Lin Wei', password: castPassword, from };

  it('is taken in once, also when two try at the same moment', async () => {
    const store = await freshStore();
    expect(await nobodyIsHere(store.read)).toBe(true);
    const outcomes = await Promise.all([
      createFirstAdministrator(store, door, lin),
      createFirstAdministrator(store, door, { ...lin, email: 'second@example.com' }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await store.read.$count(people)).toBe(1);
    await store.transact(async (tx) => {
      await tx.delete(sessions);
      await tx.delete(people);
    });
    expect((await createFirstAdministrator(store, door, lin)).ok).toBe(false);
  });

  it('is refused where somebody is, and with a poor password nothing is kept', async () => {
    const store = await freshStore();
    const poor = await createFirstAdministrator(store, door, { ...lin, password: 'password1234' });
    expect(poor).toMatchObject({ ok: false, reason: { code: 'password_common' } });
    expect(await nobodyIsHere(store.read)).toBe(true);
    await castInto(store);
    const late = await createFirstAdministrator(store, door, lin);
    expect(late).toMatchObject({ ok: false, reason: { code: 'not_found' } });
  });
});
