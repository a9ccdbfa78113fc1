import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '~/audit/verify-chain.server';
import { everything, type Act } from '~/auth/act';
import { keepCertificate } from '~/vendors/keep-certificate.server';
import { keepContact, removeContact } from '~/vendors/keep-contact.server';
import { actions } from '~db/schema/actions';
import { mails } from '~db/schema/notifications';
import { subjectKeys } from '~db/schema/privacy';
import { questionnaireAnswers, questionnaires } from '~db/schema/self-service';
import { certificates, contacts } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { rowsWith, tablesOf } from '../../tests/stores/rows-with';
import { contactToErase } from './contact-to-erase.server';
import { eraseContact } from './erase-contact.server';
import { exportContact } from './held-data.server';
import { stayingOf } from './staying.server';

let store: Store;
let cast: Cast;
let alan: Act;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  const { id, name, role } = cast.person.alan;
  const actor = { kind: 'person', personId: id, name, role, address: '203.0.113.7' } as const;
  alan = { actor, now: testNow, scope: everything };
});

const at = testNow.toISOString();
const address = 'jeanne@harbour.example';
const jeanne = {
  ...{ side: 'vendor', role: 'sponsor', level: '', name: 'Jeanne Dupont' },
  ...{ email: address, phone: '+33 1 23 45' },
};

/** Enters a contact of a vendor; its id. */
async function entered(vendorId: number, change: Partial<typeof jeanne> = {}): Promise<number> {
  const known = new Set((await store.read.select().from(contacts)).map(({ id }) => id));
  expect(await keepContact(store, alan, vendorId, null, { ...jeanne, ...change })).toMatchObject({
    ok: true,
  });
  const all = await store.read.select().from(contacts);
  return all.find(({ id }) => !known.has(id))?.id ?? 0;
}

type Letter = typeof mails.$inferInsert;

function letter(vendorId: number, change: Partial<Letter> = {}): Letter {
  return {
    ...{ locale: 'en', template: 'test', state: 'sent', nextAttemptAt: at, createdAt: at },
    ...{ subject: 'Escalated', body: 'Dear Jeanne Dupont', params: {}, toAddress: address },
    ...{ vendorId, ...change },
  };
}

const keyOfContact = (contactId: number) =>
  store.read.$count(
    subjectKeys,
    and(eq(subjectKeys.entity, 'contact'), eq(subjectKeys.entityId, String(contactId))),
  );

describe('erasing a contact', () => {
  it('leaves nothing of it in any table, whatever became of the letters to it', async () => {
    const { harbour } = cast.vendor;
    const contactId = await entered(harbour.id);
    await store.transact((tx) =>
      tx
        .insert(mails)
        .values([
          letter(harbour.id),
          letter(harbour.id, { state: 'failed', toAddress: 'JEANNE@harbour.example' }),
        ]),
    );
    expect((await eraseContact(store, alan, harbour.id, contactId)).ok).toBe(true);
    for (const text of ['Jeanne', address, '+33 1 23'])
      expect(await rowsWith(store.read, text)).toEqual([]);
    expect(await verifyChain(store.read)).toMatchObject({ brokenAt: null });
    const again = await eraseContact(store, alan, harbour.id, contactId);
    expect(again).toMatchObject({ ok: false, reason: { code: 'not_found' } });
  });

  it('finds the name as a whole where a field asks for one, and leaves what others wrote', async () => {
    const { harbour, polar } = cast.vendor;
    const name = 'Élodie ÜNAL';
    const contactId = await entered(harbour.id, { name });
    for (const { id } of [harbour, polar])
      await keepCertificate(store, alan, id, null, {
        ...{ kind: 'training', number: 'T-1', holder: name, issuedOn: '', expiresOn: '' },
      });
    const owed = { origin: 'agreement', originId: 1, side: 'vendor', createdAt: at } as const;
    await store.transact(async (tx) => {
      await tx.insert(actions).values([
        { ...owed, vendorId: harbour.id, ownerName: name },
        { ...owed, vendorId: harbour.id, ownerName: `${name} and Paul` },
      ]);
      await tx
        .insert(mails)
        .values(letter(harbour.id, { toAddress: 'mona@example.com', body: `${name} called` }));
    });
    expect((await eraseContact(store, alan, harbour.id, contactId)).ok).toBe(true);
    const holders = async (id: number) => {
      const ofVendor = and(eq(certificates.vendorId, id), eq(certificates.kind, 'training'));
      const rows = await store.read.select().from(certificates).where(ofVendor);
      return rows.map(({ holder }) => holder);
    };
    expect(await holders(harbour.id)).toEqual(['Erased contact · 已删除联系人']);
    expect(await holders(polar.id)).toEqual([name]);
    const left = await rowsWith(store.read, name);
    expect(tablesOf(left)).toEqual(['actions', 'certificates', 'mails']);
    expect(left.join()).toContain(`${name} and Paul`);
    expect(left.join()).toContain(`${name} called`);
  });

  it('is for one vendor alone, and the others are named beforehand', async () => {
    const { harbour, polar } = cast.vendor;
    const contactId = await entered(harbour.id);
    const elsewhere = await entered(polar.id, { name: 'Jeanne D.' });
    await store.transact((tx) => tx.insert(mails).values(letter(polar.id)));
    const { name, email } = jeanne;
    const who = { personId: null, vendorId: harbour.id, name, email: email.toUpperCase() };
    const { elsewhere: others, more } = await stayingOf(store.read, everything, who);
    expect(more).toBe(0);
    expect(others).toEqual([
      {
        ...{ href: `/vendors/${polar.id}/contacts/${elsewhere}/erasure` },
        ...{ name: 'Jeanne D.', vendor: polar.name },
      },
    ]);
    expect((await eraseContact(store, alan, harbour.id, contactId)).ok).toBe(true);
    expect([await keyOfContact(contactId), await keyOfContact(elsewhere)]).toEqual([0, 1]);
    expect(await store.read.$count(contacts, eq(contacts.id, elsewhere))).toBe(1);
    expect(await store.read.$count(mails, eq(mails.vendorId, polar.id))).toBe(1);
  });

  it('reaches one that was taken off before, by itself and with another under the address', async () => {
    const { harbour } = cast.vendor;
    const first = await entered(harbour.id);
    const second = await entered(harbour.id, { name: 'Jeanne Martin' });
    const third = await entered(harbour.id, { name: 'Paul', email: 'paul@harbour.example' });
    for (const id of [first, third]) await removeContact(store, alan, harbour.id, id);
    expect(await contactToErase(store.read, everything, harbour.id, third)).toMatchObject({
      ...{ id: third, name: 'Paul', row: null },
    });
    expect(await contactToErase(store.read, everything, cast.vendor.polar.id, third)).toBeNull();
    const data = await exportContact(store, alan, harbour.id, third);
    expect(data?.subject).toMatchObject({ name: 'Paul', email: 'paul@harbour.example' });
    expect((await eraseContact(store, alan, harbour.id, second)).ok).toBe(true);
    expect([await keyOfContact(first), await keyOfContact(third)]).toEqual([0, 1]);
    expect((await eraseContact(store, alan, harbour.id, third)).ok).toBe(true);
    expect(await keyOfContact(third)).toBe(0);
    expect(await contactToErase(store.read, everything, harbour.id, third)).toBeNull();
    expect(await verifyChain(store.read)).toMatchObject({ brokenAt: null });
  });

  it('says which answers of the questionnaire name it, and leaves them', async () => {
    const { harbour, polar } = cast.vendor;
    await store.transact(async (tx) => {
      const begun = [harbour, polar].map(({ id }) => ({ vendorId: id, version: 1, startedAt: at }));
      const rows = await tx.insert(questionnaires).values(begun).returning();
      for (const { id: questionnaireId } of rows) {
        const answer = { questionnaireId, answeredAt: at };
        await tx.insert(questionnaireAnswers).values([
          { ...answer, question: 'incident_contact', answer: 'JEANNE DUPONT, by day' },
          { ...answer, question: 'main_activities', answer: 'Jeanne Dupont' },
          { ...answer, question: 'shareholders', answer: 'Paul Petit' },
        ]);
      }
    });
    const contactId = await entered(harbour.id);
    const who = { personId: null, vendorId: harbour.id, name: jeanne.name, email: address };
    const { questions } = await stayingOf(store.read, everything, who);
    expect(questions).toEqual(['incident_contact']);
    expect((await eraseContact(store, alan, harbour.id, contactId)).ok).toBe(true);
    expect(tablesOf(await rowsWith(store.read, 'jeanne dupont'))).toEqual([
      'questionnaire_answers',
    ]);
  });

  it('counts those who are too many to be named', async () => {
    const { harbour, polar } = cast.vendor;
    const contact = { vendorId: polar.id, side: 'vendor', role: 'sponsor' } as const;
    const many = Array.from({ length: 53 }, (_, n) => ({ ...contact, name: `No ${n}` }));
    await store.transact((tx) =>
      tx.insert(contacts).values(many.map((each) => ({ ...each, email: address }))),
    );
    const who = { personId: null, vendorId: harbour.id, name: jeanne.name, email: address };
    const { elsewhere, more } = await stayingOf(store.read, everything, who);
    expect([elsewhere.length, more]).toEqual([50, 3]);
  });
});
