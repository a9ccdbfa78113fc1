import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { dayOf, personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { optionalDate, optionalText, readFields, requiredText } from '~/shared/fields';
import type { RowFault } from '~/shared/register-file';
import { randomId } from '~db/columns';
import { sanctionsEntries, sanctionsKeys, sanctionsLists } from '~db/schema/screening';
import type { Store, Tx } from '~db/store.server';
import { foldFirmName, searchKeys } from '~/vendors/firm-name';
import { readSanctionsFile, type SanctionsRow } from './sanctions-file';

const listFields = z.object({
  source: requiredText(80),
  listedOn: optionalDate(),
  note: optionalText(400),
});

export type SanctionsLoad = {
  source: string;
  listedOn: string;
  entries: number;
  /** The list in use has the same content: nothing was changed. */
  unchanged: boolean;
};
export type SanctionsLoadAnswer =
  { ok: true; value: SanctionsLoad } | { ok: false; faults: RowFault[] };

/**
 * Takes a sanctions list from a file: it replaces the one in use of its source. `listedOn` is the publisher's day, today
 * where none is named. All entries or none.
 */
export async function loadSanctions(
  store: Store,
  act: Act,
  text: string,
  about: Record<string, unknown>,
): Promise<SanctionsLoadAnswer> {
  const fields = readFields(listFields, about);
  if (!fields.ok)
    return {
      ok: false,
      faults: (fields.fields ?? []).map((reason) => ({
        row: null,
        column: reason.field ?? null,
        reason,
      })),
    };
  const { rows, faults } = readSanctionsFile(text);
  if (faults.length > 0) return { ok: false, faults };
  const { source, note } = fields.value;
  const listedOn = fields.value.listedOn ?? dayOf(act.now);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return store.transact(async (tx) => {
    const inUse = await listInUse(tx, source);
    const value = { source, listedOn, entries: rows.length };
    if (inUse?.sha256 === sha256 && inUse.listedOn === listedOn)
      return { ok: true, value: { ...value, unchanged: true } };
    if (inUse) await retire(tx, inUse.id);
    const listId = randomId();
    await tx.insert(sanctionsLists).values({
      id: listId,
      source,
      listedOn,
      state: 'in_use',
      entryCount: rows.length,
      sha256,
      note,
      loadedAt: act.now.toISOString(),
      loadedBy: personIdOf(act),
    });
    await insertEntries(tx, { listId, source }, rows);
    await record(tx, act, {
      action: 'sanctions.loaded',
      entity: 'sanctions',
      entityId: listId,
      after: { ...value, sha256 },
    });
    return { ok: true, value: { ...value, unchanged: false } };
  });
}

async function listInUse(tx: Tx, source: string) {
  const [list] = await tx
    .select()
    .from(sanctionsLists)
    .where(and(eq(sanctionsLists.source, source), eq(sanctionsLists.state, 'in_use')));
  return list ?? null;
}

async function retire(tx: Tx, listId: number): Promise<void> {
  await tx.delete(sanctionsEntries).where(eq(sanctionsEntries.listId, listId));
  await tx.update(sanctionsLists).set({ state: 'replaced' }).where(eq(sanctionsLists.id, listId));
}

async function insertEntries(
  tx: Tx,
  list: { listId: number; source: string },
  rows: readonly SanctionsRow[],
): Promise<void> {
  const entries = rows.map((row) => ({ id: randomId(), ...list, ...row }));
  await tx.insertMany(sanctionsEntries, entries);
  const keys = entries.flatMap(({ id: entryId, name, aliases }) => {
    const found = [name, ...aliases].flatMap((each) => searchKeys(foldFirmName(each)));
    return [...new Set(found)].map((key) => ({ key, entryId }));
  });
  await tx.insertMany(sanctionsKeys, keys);
}
