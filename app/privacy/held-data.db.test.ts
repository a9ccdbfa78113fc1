import { eq, getTableName } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { openSession } from '~/auth/session.server';
import { keepContact } from '~/vendors/keep-contact.server';
import { auditEntries } from '~db/schema/audit';
import { contacts } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { recordEverything } from '../../tests/routes/records';
import { contextFor } from '../../tests/visit';
import { exportContact, exportPerson } from './held-data.server';
import { personPointers } from './person-pointers.server';

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

function alans(): Act {
  const { id, name, role } = cast.person.alan;
  const actor = { kind: 'person', personId: id, name, role, address: '203.0.113.7' } as const;
  return { actor, now: testNow, scope: everything };
}

describe('what is held of a person', () => {
  it('is given out whole, without what lets somebody in, and that is recorded', async () => {
    const { hanna } = cast.person;
    const { harbour, polar } = cast.vendor;
    await recordEverything(contextFor(store), cast, harbour, hanna);
    await openSession(store, hanna.id, { address: '203.0.113.9', agent: 'test' });
    const contact = { side: 'vendor', role: 'sponsor', level: '', name: 'Hanna', phone: '1' };
    const email = 'hanna@example.com';
    await keepContact(store, alans(), harbour.id, null, { ...contact, email });
    await keepContact(store, alans(), polar.id, null, { ...contact, email, phone: '+86 10' });
    const data = await exportPerson(store, alans(), hanna.id);
    const text = JSON.stringify(data);
    expect(data?.subject).toMatchObject({ kind: 'person', id: hanna.id, email });
    for (const where of ['people', 'sessions', 'contacts', 'saved_views'])
      expect(data?.held.map((held) => held.where)).toContain(where);
    expect(text).toContain('203.0.113.9');
    expect(text).not.toMatch(/Hash"|sealed"/);
    expect(text).not.toContain('+86 10'); // Whoever that is, another vendor named them.
    const [last] = await store.read
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'person.data_exported'));
    expect(last?.entityId).toBe(String(hanna.id));
  });

  it('of a contact is the contact, letters about the vendor, and what the trail has of it', async () => {
    const { harbour } = cast.vendor;
    const contact = { side: 'vendor', role: 'sponsor', level: '', name: 'Jeanne', email: '' };
    await keepContact(store, alans(), harbour.id, null, { ...contact, phone: '+33 1' });
    const [kept] = await store.read.select().from(contacts);
    const data = await exportContact(store, alans(), harbour.id, kept?.id ?? 0);
    expect(data?.held.map(({ where }) => where)).toEqual(['contacts', 'audit_entries']);
    expect(JSON.stringify(data)).toContain('+33 1');
  });

  it('is looked for in every column that points at a person', () => {
    const columns = personPointers.map(({ table, name }) => `${getTableName(table)}.${name}`);
    expect(columns).toEqual(
      expect.arrayContaining(['actions.doneBy', 'mails.toPersonId', 'reviews.ownerId']),
    );
    expect(columns.length).toBeGreaterThan(60);
    for (const other of ['readings.supersededBy', 'mails.claimedBy', 'people.id'])
      expect(columns).not.toContain(other);
  });
});
