import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { record } from '~/audit/record.server';
import { verifyChain } from '~/audit/verify-chain.server';
import { everything, type Act } from '~/auth/act';
import { changePerson } from '~/auth/change-person.server';
import { deactivatePerson } from '~/auth/deactivate-person.server';
import { reactivatePerson } from '~/auth/reactivate-person.server';
import { openSession } from '~/auth/session.server';
import { keepContact, removeContact } from '~/vendors/keep-contact.server';
import { actions } from '~db/schema/actions';
import { auditEntries } from '~db/schema/audit';
import { people } from '~db/schema/auth';
import { contractSteps } from '~db/schema/contracts';
import { checkEvents } from '~db/schema/diligence';
import { mails } from '~db/schema/notifications';
import { excusals } from '~db/schema/sla';
import { subjectKeys } from '~db/schema/privacy';
import { certificates, contacts } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast, type CastPerson } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { contextFor } from '../../tests/visit';
import { rowsWith, tablesOf } from '../../tests/stores/rows-with';
import { recordEverything } from '../../tests/routes/records';
import { erasePerson } from './erase-person.server';
import { exportPerson } from './held-data.server';
import { stayingOf } from './staying.server';

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

function actOf({ id, name, role }: CastPerson): Act {
  const actor = { kind: 'person', personId: id, name, role, address: '203.0.113.7' } as const;
  return { actor, now: testNow, scope: everything };
}

const at = testNow.toISOString();
const hannasName = 'Hanna Haulier';
const hannasAddress = 'hanna@example.com';

/** Hanna takes part in what a vendor's person takes part in, and is written to and about. */
async function takePart(): Promise<CastPerson> {
  const hanna = { ...cast.person.hanna, name: hannasName, email: hannasAddress };
  const { harbour } = cast.vendor;
  await recordEverything(contextFor(store), cast, harbour, hanna);
  const rename = { email: hannasAddress, name: hannasName, role: 'vendor', vendor: harbour.code };
  await changePerson(store, actOf(cast.person.alan), { personId: hanna.id, ...rename });
  await openSession(store, hanna.id, { address: '203.0.113.7', agent: 'test' });
  const contact = { side: 'vendor', role: 'sponsor', level: '', name: hannasName, phone: '1' };
  await keepContact(store, actOf(hanna), harbour.id, null, { ...contact, email: hannasAddress });
  await store.transact(async (tx) => {
    await tx.insert(actions).values({
      ...{ vendorId: harbour.id, origin: 'agreement', originId: harbour.id, createdAt: at },
      ...{ title: 'Promised', side: 'vendor', ownerName: hannasName },
    });
    const letter: Omit<typeof mails.$inferInsert, 'params' | 'toAddress'> = {
      ...{ locale: 'en', template: 'test', state: 'sent', nextAttemptAt: at, createdAt: at },
      ...{ subject: `From ${hannasName}`, body: `Dear all, ${hannasName} (${hannasAddress}) says` },
    };
    const params = { who: hannasName, list: 'Hannas' };
    await tx.insert(mails).values([
      { ...letter, params, toAddress: 'mona@example.com', toPersonId: cast.person.mona.id },
      { ...letter, params, toAddress: hannasAddress, toPersonId: hanna.id },
    ]);
    await tx.update(actions).set({ doneAt: at });
    await tx.update(excusals).set({ agreedBy: hannasName });
    await record(tx, actOf(hanna), {
      ...{ action: 'action.promised', entity: 'action', entityId: 1, vendorId: harbour.id },
      after: { ownerName: hannasName },
    });
  });
  return hanna;
}

async function shutOut({ id }: CastPerson): Promise<void> {
  const outcome = await deactivatePerson(store, actOf(cast.person.alan), { personId: id });
  expect(outcome.ok).toBe(true);
}

describe('erasing a person', () => {
  it('leaves nothing of name and address in any table, and the chain whole', async () => {
    const hanna = await takePart();
    await shutOut(hanna);
    expect((await rowsWith(store.read, hannasName)).length).toBeGreaterThan(5);
    const before = await verifyChain(store.read);
    expect(await erasePerson(store, actOf(cast.person.alan), { personId: hanna.id })).toEqual({
      ok: true,
      value: { number: 1 },
    });
    // What was written to others stays as it was written.
    const left = [
      ...(await rowsWith(store.read, hannasName)),
      ...(await rowsWith(store.read, hannasAddress)),
    ];
    expect(tablesOf(left)).toEqual(['mails']);
    const after = await verifyChain(store.read);
    expect(after).toMatchObject({ entries: before.entries + 1, brokenAt: null });
    const [kept] = await store.read.select().from(people).where(eq(people.id, hanna.id));
    expect(kept).toMatchObject({
      ...{ name: 'Erased person 1 · 已删除人员 1', email: 'erased-1@erased.invalid' },
      ...{ active: false, passwordHash: null, vendorId: cast.vendor.harbour.id },
    });
    const letters = await store.read.select().from(mails).where(eq(mails.template, 'test'));
    expect(letters).toMatchObject([
      { toPersonId: cast.person.mona.id, params: { who: hannasName } },
    ]);
    const ofHanna = and(
      eq(subjectKeys.entity, 'person'),
      eq(subjectKeys.entityId, String(hanna.id)),
    );
    expect(await store.read.$count(subjectKeys, ofHanna)).toBe(0);
    expect(await store.read.$count(contacts, eq(contacts.email, hannasAddress))).toBe(0);
  });

  it('keeps what law asks to be proved, and what was written before names were sealed', async () => {
    const { mona, alan } = cast.person;
    await store.transact(async (tx) => {
      const step = { contractId: cast.vendor.harbour.contractId, personId: mona.id, at };
      await tx.insert(contractSteps).values([
        { ...step, step: 'submitted', personName: mona.name },
        { ...step, step: 'signed', personName: mona.name },
      ]);
      await tx.insert(auditEntries).values({
        ...{ at, personId: mona.id, actor: `${mona.name} (manager)`, actorKind: 'person' },
        ...{ action: 'vendor.amended', entity: 'vendor', entityId: '1', hash: 'x' },
        previousHash: '',
      });
    });
    await shutOut(mona);
    expect((await erasePerson(store, actOf(alan), { personId: mona.id })).ok).toBe(true);
    const left = await rowsWith(store.read, mona.name);
    expect(tablesOf(left)).toEqual(['audit_entries', 'contract_steps']);
    expect(left.find((row) => row.startsWith('contract_steps'))).toContain('"signed"');
  });

  it('waits until the person is shut out and owes nobody anything, and happens once', async () => {
    const { mona, alan } = cast.person;
    const erase = async () => {
      const outcome = await erasePerson(store, actOf(alan), { personId: mona.id });
      return outcome.ok ? outcome.value.number : outcome.reason;
    };
    expect(await erase()).toEqual({ code: 'erase_active' });
    await shutOut(mona);
    const owed = { vendorId: cast.vendor.harbour.id, origin: 'agreement', originId: 1 } as const;
    await store.transact((tx) =>
      tx.insert(actions).values({ ...owed, side: 'ours', ownerId: mona.id, createdAt: at }),
    );
    expect(await erase()).toMatchObject({
      code: 'person_owes',
      params: { actions: 1, reviews: 0 },
    });
    await store.transact((tx) => tx.update(actions).set({ doneAt: at }));
    expect(await erase()).toBe(1);
    expect(await erase()).toEqual({ code: 'person_erased' });
    const back = await reactivatePerson(store, actOf(alan), { personId: mona.id });
    expect(back).toMatchObject({ ok: false, reason: { code: 'person_erased' } });
    await shutOut(cast.person.petra);
    const second = await erasePerson(store, actOf(alan), { personId: cast.person.petra.id });
    expect(second).toMatchObject({ ok: true, value: { number: 2 } });
  });

  it('is not there for who is out of reach', async () => {
    const { hanna, alan } = cast.person;
    const act = {
      ...actOf(alan),
      scope: { kind: 'vendor', vendorId: cast.vendor.polar.id } as const,
    };
    const outcome = await erasePerson(store, act, { personId: hanna.id });
    expect(outcome).toMatchObject({ ok: false, reason: { code: 'not_found' } });
    expect(await exportPerson(store, act, hanna.id)).toBeNull();
  });

  it('touches nobody who only bears the same name, nor words that look like it', async () => {
    const { mona, petra, alan } = cast.person;
    const { polar } = cast.vendor;
    const letter: typeof mails.$inferInsert = {
      ...{ locale: 'en', template: 'test', state: 'sent', nextAttemptAt: at, createdAt: at },
      ...{ toAddress: petra.email, toPersonId: petra.id, params: {} },
      ...{ subject: 'Paid', body: 'Paid 204 EUR' },
    };
    await store.transact(async (tx) => {
      await tx.update(people).set({ name: 'EUR' }).where(eq(people.id, mona.id));
      await tx.insert(mails).values(letter);
      const held = { vendorId: polar.id, kind: 'training' };
      await tx.insert(certificates).values({ ...held, holder: 'EUR' });
    });
    await shutOut(mona);
    expect((await erasePerson(store, actOf(alan), { personId: mona.id })).ok).toBe(true);
    expect(tablesOf(await rowsWith(store.read, 'Paid 204 EUR'))).toEqual(['mails']);
    expect(await store.read.$count(certificates, eq(certificates.holder, 'EUR'))).toBe(1);
  });

  it('of ours takes the contacts of our side along at every vendor, removed ones too', async () => {
    const { mona, alan } = cast.person;
    const { harbour, polar } = cast.vendor;
    const contact = {
      role: 'sponsor',
      level: '',
      name: 'Mona',
      email: 'MONA@example.com',
      phone: '',
    };
    for (const { id } of [harbour, polar])
      await keepContact(store, actOf(alan), id, null, { ...contact, side: 'ours' });
    await keepContact(store, actOf(alan), polar.id, null, { ...contact, side: 'vendor' });
    const [removed] = await store.read
      .select()
      .from(contacts)
      .where(eq(contacts.vendorId, harbour.id));
    await removeContact(store, actOf(alan), harbour.id, removed?.id ?? 0);
    await shutOut(mona);
    const who = { personId: mona.id, vendorId: null, name: mona.name, email: mona.email };
    expect((await stayingOf(store.read, everything, who)).elsewhere).toMatchObject([
      { vendor: polar.name },
    ]);
    expect((await erasePerson(store, actOf(alan), { personId: mona.id })).ok).toBe(true);
    expect(await store.read.select().from(contacts)).toMatchObject([{ side: 'vendor' }]);
    expect(await store.read.$count(subjectKeys, eq(subjectKeys.entity, 'contact'))).toBe(1);
  });

  it('takes who decided a dispute and who was given a check out by number and by whole name', async () => {
    const { mona, petra, alan } = cast.person;
    const records = await recordEverything(contextFor(store), cast, cast.vendor.harbour, petra);
    const agreed = { agreedBy: mona.name, createdBy: mona.id };
    await store.transact(async (tx) => {
      await tx.update(excusals).set(agreed);
      const event = { checkId: records.checkId, at, personId: petra.id } as const;
      await tx.insert(checkEvents).values([
        { ...event, kind: 'assigned', text: mona.name },
        { ...event, kind: 'recorded', text: `${mona.name} saw it` },
      ]);
    });
    await shutOut(mona);
    expect((await erasePerson(store, actOf(alan), { personId: mona.id })).ok).toBe(true);
    const left = await rowsWith(store.read, mona.name);
    expect(left.filter((row) => /^(excusals|check_events)/.test(row))).toMatchObject([
      expect.stringContaining(`${mona.name} saw it`),
    ]);
  });
});
