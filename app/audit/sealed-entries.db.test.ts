import { beforeEach, describe, expect, it } from 'vitest';
import { changeAccount } from '~/auth/change-account.server';
import { everything, type Act } from '~/auth/act';
import { deleteKeys } from '~/privacy/subject-keys.server';
import { translate } from '~/locales/i18n.server';
import { parseListQuery } from '~/shared/list-query';
import { keepContact, removeContact } from '~/vendors/keep-contact.server';
import { auditEntries } from '~db/schema/audit';
import { subjectKeys } from '~db/schema/privacy';
import { contacts } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { auditListSpec, findAuditEntry, listAudit } from './audit-queries.server';
import { actorText } from './entry';
import { saidChanges } from './said-changes.server';
import { verifyChain } from './verify-chain.server';

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

function monas(): Act {
  const { id, name, role } = cast.person.mona;
  const actor = { kind: 'person', personId: id, name, role, address: '203.0.113.7' } as const;
  return { actor, now: testNow, scope: everything };
}

/** All that the tables of the trail and its keys hold, as one text. */
async function trailText(): Promise<string> {
  const rows = await Promise.all(
    [auditEntries, subjectKeys].map((table) => store.read.select().from(table)),
  );
  return JSON.stringify(rows);
}

const contact = {
  ...{ side: 'vendor', role: 'sponsor', level: '', name: 'Jeanne Dupont' },
  ...{ email: 'jeanne.dupont@harbour.example', phone: '+33 1 23 45 67 89' },
};

async function latest() {
  const query = parseListQuery(new URLSearchParams(), auditListSpec);
  const rows = await listAudit(store.read, everything, query);
  const reading = { t: translate('zh-CN'), locale: 'zh-CN', timeZone: 'UTC' } as const;
  const said = await saidChanges(store.read, everything, reading, rows);
  return rows.map((row, index) => ({ row, changes: said[index]?.changes ?? [] }));
}

describe('personal data in the audit trail', () => {
  it('is sealed in the store, and open to those who read the trail', async () => {
    const { id: vendorId } = cast.vendor.harbour;
    expect(await keepContact(store, monas(), vendorId, null, contact)).toEqual({ ok: true });
    const text = await trailText();
    for (const secret of ['Jeanne', 'harbour.example', '+33', '203.0.113.7', 'Mona'])
      expect(text).not.toContain(secret);
    const [entry] = await latest();
    expect(entry?.row).toMatchObject({
      address: '203.0.113.7',
      after: { name: contact.name, email: contact.email, phone: contact.phone, role: 'sponsor' },
    });
    expect(entry && actorText(entry.row)).toBe('Mona Manager (manager)');
    expect(await store.read.$count(subjectKeys)).toBe(2);
    expect(await verifyChain(store.read)).toMatchObject({ entries: 1, brokenAt: null });
  });

  it('is erased with its key alone, in every entry, and the chain stays whole', async () => {
    const { id: vendorId } = cast.vendor.harbour;
    await keepContact(store, monas(), vendorId, null, contact);
    const [kept] = await store.read.select().from(contacts);
    const contactId = kept?.id ?? 0;
    await keepContact(store, monas(), vendorId, contactId, { ...contact, name: 'Jeanne Martin' });
    await removeContact(store, monas(), vendorId, contactId);
    await keepContact(store, monas(), vendorId, null, { ...contact, name: 'Paul Petit' });
    const before = await verifyChain(store.read);
    expect(before).toMatchObject({ entries: 4, brokenAt: null });

    await store.transact((tx) =>
      deleteKeys(tx, [{ entity: 'contact', entityId: String(contactId) }]),
    );
    expect(await verifyChain(store.read)).toEqual(before);
    const [other, removed, changed, added] = await latest();
    expect(other?.row.after).toMatchObject({ name: 'Paul Petit' });
    const words = (entry: typeof removed, path: string) => {
      const change = entry?.changes.find((each) => each.path === path);
      return [change?.before?.text, change?.after?.text];
    };
    expect(words(added, 'name')).toEqual([undefined, '已删除']);
    expect(words(changed, 'name')).toEqual(['已删除', '已删除']);
    expect(words(removed, 'phone')).toEqual(['已删除', undefined]);
    expect(removed?.row.address).toBe('203.0.113.7');
  });

  it('of an actor is the address and the name, which the register gives', async () => {
    const { mona } = cast.person;
    const account = { name: 'Mona Renamed', locale: 'en', timeZone: 'UTC' };
    await changeAccount(store, monas(), account);
    const subject = { entity: 'person', entityId: String(mona.id) };
    await store.transact((tx) => deleteKeys(tx, [subject]));
    const [entry] = await latest();
    expect(entry?.row).toMatchObject({ address: { unreadable: 'erased' } });
    expect(entry?.row.after).toEqual({ name: { unreadable: 'erased' } });
    expect(entry && actorText(entry.row)).toBe('Mona Renamed (manager)');
    const found = await findAuditEntry(store.read, everything, entry?.row.sequence ?? 0);
    expect(found?.entry.after).toEqual({ name: { unreadable: 'erased' } });
  });

  it('under another master key is said to be sealed, and later entries get a key of this one', async () => {
    const { id: vendorId } = cast.vendor.harbour;
    await keepContact(store, monas(), vendorId, null, contact);
    await store.transact((tx) => tx.update(subjectKeys).set({ master: 'another' }));
    const [sealed] = await latest();
    expect(sealed?.row.address).toEqual({ unreadable: 'locked' });
    const [kept] = await store.read.select().from(contacts);
    const changed = await keepContact(store, monas(), vendorId, kept?.id ?? 0, {
      ...contact,
      phone: '+33 9 87 65 43 21',
    });
    expect(changed.ok).toBe(true);
    const [entry] = await latest();
    expect(entry?.row).toMatchObject({
      address: '203.0.113.7',
      after: { phone: '+33 9 87 65 43 21' },
    });
    expect(await verifyChain(store.read)).toMatchObject({ entries: 2, brokenAt: null });
  });
});
