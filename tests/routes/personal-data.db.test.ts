import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PortalContext } from '~/context';
import { everything } from '~/auth/act';
import * as auditEntry from '~/routes/_app.audit.$sequence';
import * as erasure from '~/routes/_app.people.$personId.erasure';
import * as personPage from '~/routes/_app.people.$personId._index';
import * as personFile from '~/routes/people_.$personId.personal-data';
import * as contactErasure from '~/routes/_app.vendors.$vendorId.contacts.$contactId_.erasure';
import * as contactFile from '~/routes/vendors_.$vendorId.contacts.$contactId.personal-data';
import { removeContact } from '~/vendors/keep-contact.server';
import { auditEntries } from '~db/schema/audit';
import { people } from '~db/schema/auth';
import { contacts } from '~db/schema/vendors';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { contextFor, visitAs, type RouteModule } from '../visit';

let context: PortalContext;
let cast: Cast;
let contactId: number;
beforeEach(async () => {
  context = contextFor(await freshStore());
  cast = await castInto(context.store);
  const { id: vendorId } = cast.vendor.harbour;
  const contact = {
    vendorId,
    side: 'vendor',
    role: 'sponsor',
    name: 'Jeanne',
    phone: '1',
  } as const;
  contactId = await context.store.transact(async (tx) => {
    await tx.update(people).set({ active: false }).where(eq(people.id, cast.person.marek.id));
    const [row] = await tx.insert(contacts).values(contact).returning({ id: contacts.id });
    return row?.id ?? 0;
  });
});

const ofMarek = () => ({ personId: cast.person.marek.id });
const ofContact = () => ({ vendorId: cast.vendor.harbour.id, contactId });

describe('personal data', () => {
  it('is for administrators alone', async () => {
    const { petra, mona, ada, remy, hanna } = cast.person;
    for (const person of [petra, mona, ada, remy, hanna]) {
      const visitor = await visitAs(context, person);
      // People from outside are told of nothing.
      const refused = person === hanna ? 404 : 403;
      for (const [route, params] of [
        [erasure, ofMarek()],
        [personFile, ofMarek()],
        [contactErasure, ofContact()],
        [contactFile, ofContact()],
      ] as [RouteModule, Record<string, number>][]) {
        if (route.loader) expect((await visitor.load(route, '/', params)).status).toBe(refused);
        expect((await visitor.send(route, '/', {}, params)).status).toBe(refused);
      }
    }
    const left = await context.store.read.$count(contacts, eq(contacts.id, contactId));
    expect(left).toBe(1);
  });

  it('of a person is given out as a file, and erased after it was said what stays', async () => {
    const alan = await visitAs(context, cast.person.alan);
    const file = await alan.send(personFile, '/people/1/personal-data', {}, ofMarek());
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; .*\.json"$/);
    expect(JSON.parse(String(file.body))).toMatchObject({
      subject: { kind: 'person', email: 'marek@example.com' },
    });
    const page = await alan.load(erasure, '/people/1/erasure', ofMarek());
    expect(page.body).toMatchObject({ notYet: null, remains: { agreed: 0, entries: 0 } });
    const done = await alan.send(erasure, '/people/1/erasure', {}, ofMarek());
    expect([done.status, done.location]).toEqual([302, `/people/${cast.person.marek.id}`]);
    const after = await alan.load(personPage, '/people/1', ofMarek());
    expect(after.body).toMatchObject({ person: { email: 'erased-1@erased.invalid' } });
    expect(JSON.stringify(after.body)).not.toContain('Marek');
    const again = await alan.send(erasure, '/people/1/erasure', {}, ofMarek());
    expect(again).toMatchObject({
      status: 422,
      body: { refusal: { reason: { code: 'person_erased' } } },
    });
  });

  it('of a person who may sign in is not erased, and the page says why', async () => {
    const alan = await visitAs(context, cast.person.alan);
    const params = { personId: cast.person.mona.id };
    const page = await alan.load(erasure, '/people/1/erasure', params);
    expect(page.body).toMatchObject({ notYet: { code: 'erase_active' } });
    expect((await alan.send(erasure, '/people/1/erasure', {}, params)).status).toBe(422);
  });

  it('of a contact goes with the contact, and is not found under another vendor', async () => {
    const alan = await visitAs(context, cast.person.alan);
    const elsewhere = { vendorId: cast.vendor.polar.id, contactId };
    expect((await alan.send(contactFile, '/', {}, elsewhere)).status).toBe(404);
    expect((await alan.send(contactErasure, '/', {}, elsewhere)).status).toBe(404);
    expect((await alan.send(contactFile, '/', {}, ofContact())).status).toBe(200);
    expect((await alan.send(contactErasure, '/', {}, ofContact())).status).toBe(302);
    expect((await alan.load(contactErasure, '/', ofContact())).status).toBe(404);
  });

  it('is written down as given out where it is asked for, and nowhere else', async () => {
    expect([personFile, contactFile].map((route) => 'loader' in route)).toEqual([false, false]);
    const alan = await visitAs(context, cast.person.alan);
    await alan.load(erasure, '/', ofMarek());
    const given = eq(auditEntries.action, 'person.data_exported');
    expect(await context.store.read.$count(auditEntries, given)).toBe(0);
    await alan.send(personFile, '/', {}, ofMarek());
    expect(await context.store.read.$count(auditEntries, given)).toBe(1);
  });

  it('of a contact that was taken off is reached from the audit trail', async () => {
    const { store } = context;
    const { alan, ada } = cast.person;
    const actor = {
      kind: 'person',
      personId: alan.id,
      name: 'Alan',
      role: 'administrator',
    } as const;
    const act = { actor: { ...actor, address: null }, now: testNow, scope: everything };
    await removeContact(store, act, cast.vendor.harbour.id, contactId);
    const [entry] = await store.read
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'contact.removed'));
    const sequence = { sequence: entry?.sequence ?? 0 };
    const asked = async (person: { id: number }) =>
      (await (await visitAs(context, person)).load(auditEntry, '/', sequence)).body;
    const href = `/vendors/${cast.vendor.harbour.id}/contacts/${contactId}/erasure`;
    expect(await asked(alan)).toMatchObject({ erasure: href });
    expect(await asked(ada)).toMatchObject({ erasure: null });
    const visitor = await visitAs(context, alan);
    expect((await visitor.load(contactErasure, '/', ofContact())).body).toMatchObject({
      contact: { name: 'Jeanne', isRemoved: true },
    });
    expect((await visitor.send(contactErasure, '/', {}, ofContact())).status).toBe(302);
    expect(await asked(alan)).toMatchObject({ erasure: null });
  });
});
