import { and, eq, inArray, ne, or } from 'drizzle-orm';
import { randomId } from '~db/columns';
import { subjectKeys } from '~db/schema/privacy';
import type { Reader, Tx } from '~db/store.server';
import { findMasterKey, masterKey, type MasterKey } from './master-key.server';
import { freshKey, seal, unseal } from './seal.server';

/** Whom or what a key is of, in the words of the audit trail. */
export type Subject = { entity: string; entityId: string };
export type SubjectKey = { id: number; key: Buffer };

/** Keys asked for at once. */
const CHUNK = 200;

export function subjectName({ entity, entityId }: Subject): string {
  return `${entity}:${entityId}`;
}

/** The keys of subjects by `subjectName`; those that have none yet get theirs. */
export async function keysFor(
  tx: Tx,
  subjects: readonly Subject[],
  now: string,
): Promise<Map<string, SubjectKey>> {
  const wanted = new Map(subjects.map((subject) => [subjectName(subject), subject]));
  if (wanted.size === 0) return new Map();
  const master = masterKey();
  const keys = await existingKeys(tx, master, [...wanted.values()]);
  const fresh = [...wanted.values()]
    .filter((subject) => !keys.has(subjectName(subject)))
    .map((subject) => ({ subject, id: randomId(), key: freshKey() }));
  for (const { subject, id, key } of fresh) keys.set(subjectName(subject), { id, key });
  await tx.insertMany(
    subjectKeys,
    fresh.map(({ subject, id, key }) => ({
      ...{ id, entity: subject.entity, entityId: subject.entityId, master: master.mark },
      sealedKey: seal(master.key, subjectName(subject), key.toString('base64')),
      createdAt: now,
    })),
  );
  return keys;
}

async function existingKeys(
  reader: Reader,
  master: MasterKey,
  subjects: readonly Subject[],
): Promise<Map<string, SubjectKey>> {
  const keys = new Map<string, SubjectKey>();
  const { entity, entityId } = subjectKeys;
  for (let from = 0; from < subjects.length; from += CHUNK) {
    const some = subjects.slice(from, from + CHUNK);
    const rows = await reader
      .select()
      .from(subjectKeys)
      .where(
        and(
          inArray(entity, [...new Set(some.map((subject) => subject.entity))]),
          inArray(
            entityId,
            some.map((subject) => subject.entityId),
          ),
          eq(subjectKeys.master, master.mark),
        ),
      );
    for (const row of rows) {
      const key = openKey(master, row);
      if (key) keys.set(subjectName(row), { id: row.id, key });
    }
  }
  return keys;
}

/** Keys by their id, null for one that the master key at hand does not open; a deleted one is not among them. */
export async function keysById(
  reader: Reader,
  ids: readonly number[],
): Promise<Map<number, Buffer | null>> {
  const keys = new Map<number, Buffer | null>();
  if (ids.length === 0) return keys;
  const master = findMasterKey(); // Reading makes none.
  for (let from = 0; from < ids.length; from += CHUNK) {
    const rows = await reader
      .select()
      .from(subjectKeys)
      .where(inArray(subjectKeys.id, ids.slice(from, from + CHUNK)));
    for (const row of rows) keys.set(row.id, master && openKey(master, row));
  }
  return keys;
}

/** How many keys of the store another master key sealed than the one that is here: what they sealed can't be read. */
export async function countLocked(reader: Reader): Promise<number> {
  return reader.$count(subjectKeys, ne(subjectKeys.master, findMasterKey()?.mark ?? ''));
}

/** Deletes the keys of subjects, for good: what was sealed under them is erased. */
export async function deleteKeys(tx: Tx, subjects: readonly Subject[]): Promise<void> {
  for (let from = 0; from < subjects.length; from += CHUNK)
    await tx
      .delete(subjectKeys)
      .where(
        or(
          ...subjects
            .slice(from, from + CHUNK)
            .map(({ entity, entityId }) =>
              and(eq(subjectKeys.entity, entity), eq(subjectKeys.entityId, entityId)),
            ),
        ),
      );
}

function openKey(master: MasterKey, row: typeof subjectKeys.$inferSelect): Buffer | null {
  if (row.master !== master.mark) return null;
  const key = unseal(master.key, subjectName(row), row.sealedKey);
  return typeof key === 'string' ? Buffer.from(key, 'base64') : null;
}
