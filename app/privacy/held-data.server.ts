import { and, eq, getTableColumns, getTableName, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Act } from '~/auth/act';
import { unsealEntries } from '~/audit/sealed-entries.server';
import { record } from '~/audit/record.server';
import { peopleWithin } from '~/auth/person-record.server';
import { auditEntries } from '~db/schema/audit';
import { people } from '~db/schema/auth';
import { mails } from '~db/schema/notifications';
import { contacts } from '~db/schema/vendors';
import type { Reader, Store } from '~db/store.server';
import { contactToErase } from './contact-to-erase.server';
import { personPointers } from './person-pointers.server';
import { contactsAt, lettersAt, type Addressee } from './same-address.server';

/** Rows of one table that speak of the person: `as` is the column that says so. */
export type Held = { where: string; as: string; rows: Record<string, unknown>[] };

/** All that is held of somebody, in a form that machines read. */
export type HeldData = {
  format: 'mainstay-personal-data';
  version: 1;
  madeAt: string;
  subject: { kind: 'person' | 'contact'; id: number; name: string; email: string | null };
  held: Held[];
};

/** Columns that let somebody in or are of no use to anybody: never given out. */
const secret = /Hash$|^ending$|^sealedKey$|^previousHash$/;

/**
 * What the store holds of a person: the entry itself, every row that points at it, letters, entries in registers under the
 * same address, and the audit trail of what the person did and what was done to it. That it was given out is recorded.
 */
export async function exportPerson(
  store: Store,
  act: Act,
  personId: number,
): Promise<HeldData | null> {
  const { read } = store;
  const [person] = await read
    .select()
    .from(people)
    .where(and(eq(people.id, personId), peopleWithin(act.scope)));
  if (!person) return null;
  const held = [
    { where: 'people', as: 'id', rows: [plainRow(people, person)] },
    ...(await rowsOfPerson(read, personId)),
    ...(await rowsAt(read, person)),
    await trailOf(read, 'person', personId),
    await trailBy(read, personId),
  ];
  const { name, email, vendorId } = person;
  await givenOut(store, act, { entity: 'person', entityId: personId, vendorId });
  return heldData(act, { kind: 'person', id: personId, name, email }, held);
}

/** What the store holds of a vendor's contact, whether it is there or was taken off. */
export async function exportContact(
  store: Store,
  act: Act,
  vendorId: number,
  contactId: number,
): Promise<HeldData | null> {
  const { read } = store;
  const contact = await contactToErase(read, act.scope, vendorId, contactId);
  if (!contact) return null;
  const { name, email, row } = contact;
  const held = [
    { where: 'contacts', as: 'id', rows: row && email === null ? [plainRow(contacts, row)] : [] },
    ...(email === null ? [] : await rowsAt(read, { email, vendorId })),
    await trailOf(read, 'contact', contactId),
  ];
  await givenOut(store, act, { entity: 'contact', entityId: contactId, vendorId });
  return heldData(act, { kind: 'contact', id: contactId, name, email }, held);
}

type Subject = { entity: 'person' | 'contact'; entityId: number; vendorId: number | null };

/** Nothing is handed over before the trail says so. */
async function givenOut(store: Store, act: Act, subject: Subject): Promise<void> {
  await store.transact((tx) =>
    record(tx, act, { ...subject, action: `${subject.entity}.data_exported` }),
  );
}

function heldData(act: Act, subject: HeldData['subject'], held: readonly Held[]): HeldData {
  return {
    ...{ format: 'mainstay-personal-data', version: 1, madeAt: act.now.toISOString() },
    ...{ subject, held: held.filter(({ rows }) => rows.length > 0) },
  };
}

async function rowsOfPerson(reader: Reader, personId: number): Promise<Held[]> {
  const held: Held[] = [];
  for (const { table, name, column } of personPointers) {
    if (table === auditEntries) continue;
    const rows = await reader.select().from(table).where(eq(column, personId));
    held.push({
      ...{ where: getTableName(table), as: name },
      rows: rows.map((row) => plainRow(table, row)),
    });
  }
  return held;
}

async function rowsAt(reader: Reader, addressee: Addressee): Promise<Held[]> {
  const entered = await reader.select().from(contacts).where(contactsAt(addressee));
  const letters = await reader.select().from(mails).where(lettersAt(addressee));
  return [
    { where: 'contacts', as: 'email', rows: entered.map((row) => plainRow(contacts, row)) },
    { where: 'mails', as: 'toAddress', rows: letters.map((row) => plainRow(mails, row)) },
  ];
}

/** What was done to the record, with what was sealed of it. */
function trailOf(reader: Reader, entity: string, entityId: number): Promise<Held> {
  const about = and(eq(auditEntries.entity, entity), eq(auditEntries.entityId, String(entityId)));
  return trail(reader, 'entityId', about);
}

/** What the person did: where, when and from which address; what came of it belongs to the records. */
async function trailBy(reader: Reader, personId: number): Promise<Held> {
  const { rows, ...held } = await trail(reader, 'personId', eq(auditEntries.personId, personId));
  return { ...held, rows: rows.map(({ before: _before, after: _after, ...row }) => row) };
}

async function trail(reader: Reader, as: string, where: SQL | undefined): Promise<Held> {
  const rows = await reader
    .select({
      sequence: auditEntries.sequence,
      at: auditEntries.at,
      address: auditEntries.address,
      action: auditEntries.action,
      entity: auditEntries.entity,
      entityId: auditEntries.entityId,
      before: auditEntries.before,
      after: auditEntries.after,
    })
    .from(auditEntries)
    .where(where)
    .orderBy(auditEntries.sequence);
  return { where: 'audit_entries', as, rows: await unsealEntries(reader, rows) };
}

/** A row without secrets and without the documents that it carries for the business. */
function plainRow(table: SQLiteTable, row: Record<string, unknown>): Record<string, unknown> {
  const columns = getTableColumns(table);
  return Object.fromEntries(
    Object.entries(row).filter(
      ([name, value]) => value !== null && !secret.test(name) && columns[name]?.dataType !== 'json',
    ),
  );
}
