import { and, eq, getTableName, is, sql, Table } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { record } from '~/audit/record.server';
import { verifyChain } from '~/audit/verify-chain.server';
import { everything, type Act } from '~/auth/act';
import { changePerson } from '~/auth/change-person.server';
import { deactivatePerson } from '~/auth/deactivate-person.server';
import { reactivatePerson } from '~/auth/reactivate-person.server';
import { openSession } from '~/auth/session.server';
import { keepContact } from '~/vendors/keep-contact.server';
import * as schema from '~db/schema';
import { actions } from '~db/schema/actions';
import { auditEntries } from '~db/schema/audit';
import { people } from '~db/schema/auth';
import { contractSteps } from '~db/schema/contracts';
import { mails } from '~db/schema/notifications';
import { excusals } from '~db/schema/sla';
import { subjectKeys } from '~db/schema/privacy';
import { contacts } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast, type CastPerson } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { contextFor } from '../../tests/visit';
import { recordEverything } from '../../tests/routes/records';
import { eraseContact } from './erase-contact.server';
import { erasePerson } from './erase-person.server';
import { exportContact, exportPerson } from './held-data.server';
import { personColumns, tableName } from './person-columns.server';

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

/** Every row of every table that holds the text anywhere, as `table: row`. */
async function rowsWith(text: string): Promise<string[]> {
  const tables = Object.values(schema as Record<string, unknown>).filter((part) => is(part, Table));
  const found: string[] = [];
  for (const table of tables) {
    const name = getTableName(table);
    const rows = await store.read.rows<object>(sql`select * from ${sql.identifier(name)}`);
    for (const row of rows.map((each) => JSON.stringify(each)))
      if (row.toLowerCase().includes(text.toLowerCase())) found.push(`${name}: ${row}`);
  }
  return found;
}

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
    await tx.update(excusals).set({ agreedBy: `Mona Manager and ${hannasName}` });
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
    expect((await rowsWith(hannasName)).length).toBeGreaterThan(5);
    const before = await verifyChain(store.read);
    expect(await erasePerson(store, actOf(cast.person.alan), { personId: hanna.id })).toEqual({
      ok: true,
      value: { number: 1 },
    });
    for (const text of [hannasName, hannasAddress]) expect(await rowsWith(text)).toEqual([]);
    const after = await verifyChain(store.read);
    expect(after).toMatchObject({ entries: before.entries + 1, brokenAt: null });
    const [kept] = await store.read.select().from(people).where(eq(people.id, hanna.id));
    expect(kept).toMatchObject({
      ...{ name: 'Erased person 1 · 已删除人员 1', email: 'erased-1@erased.invalid' },
      ...{ active: false, passwordHash: null, vendorId: cast.vendor.harbour.id },
    });
    const letters = await store.read.select().from(mails).where(eq(mails.template, 'test'));
    expect(letters).toMatchObject([
      { subject: `From ${kept?.name}`, params: { who: kept?.name, list: 'Hannas' } },
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
    const left = await rowsWith(mona.name);
    expect(left.map((row) => row.split(':')[0]).sort()).toEqual([
      'audit_entries',
      'contract_steps',
    ]);
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
});

describe('erasing a contact', () => {
  it('leaves nothing of it in any table', async () => {
    const { alan } = cast.person;
    const { harbour } = cast.vendor;
    const contact = { side: 'vendor', role: 'sponsor', level: '', name: 'Jeanne Dupont' };
    const address = 'jeanne@harbour.example';
    await keepContact(store, actOf(alan), harbour.id, null, {
      ...{ ...contact, email: address, phone: '+33 1 23 45' },
    });
    const [kept] = await store.read.select().from(contacts).where(eq(contacts.email, address));
    const contactId = kept?.id ?? 0;
    await store.transact((tx) =>
      tx.insert(mails).values({
        ...{ locale: 'en', template: 'test', state: 'sent', nextAttemptAt: at, createdAt: at },
        ...{ subject: 'Escalated', body: 'Dear Jeanne Dupont', params: {}, toAddress: address },
      }),
    );
    const data = await exportContact(store, actOf(alan), harbour.id, contactId);
    expect(data?.held.map(({ where }) => where)).toEqual(['contacts', 'mails', 'audit_entries']);
    expect(JSON.stringify(data)).toContain('+33 1 23 45');
    expect((await eraseContact(store, actOf(alan), harbour.id, contactId)).ok).toBe(true);
    for (const text of ['Jeanne', address, '+33 1 23']) expect(await rowsWith(text)).toEqual([]);
    expect(await verifyChain(store.read)).toMatchObject({ brokenAt: null });
    const again = await eraseContact(store, actOf(alan), harbour.id, contactId);
    expect(again).toMatchObject({ ok: false, reason: { code: 'not_found' } });
  });
});

describe('what is held of a person', () => {
  it('is given out whole, without what lets somebody in, and that is recorded', async () => {
    const hanna = await takePart();
    const data = await exportPerson(store, actOf(cast.person.alan), hanna.id);
    const text = JSON.stringify(data);
    expect(data?.subject).toEqual({
      ...{ kind: 'person', id: hanna.id, name: hannasName, email: hannasAddress },
    });
    for (const where of ['people', 'sessions', 'mails', 'contacts', 'audit_entries', 'saved_views'])
      expect(data?.held.map((held) => held.where)).toContain(where);
    expect(text).toContain('203.0.113.7');
    expect(text).not.toMatch(/Hash"|sealed"/);
    const [last] = await store.read
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'person.data_exported'));
    expect(last?.entityId).toBe(String(hanna.id));
  });

  it('is looked for in every column that points at a person', () => {
    const columns = personColumns.map((column) => `${tableName(column)}.${column.name}`);
    expect(columns).toEqual(
      expect.arrayContaining(['actions.doneBy', 'mails.toPersonId', 'reviews.ownerId']),
    );
    expect(columns.length).toBeGreaterThan(60);
    for (const other of ['readings.supersededBy', 'mails.claimedBy', 'people.id'])
      expect(columns).not.toContain(other);
  });
});
