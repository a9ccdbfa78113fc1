import { eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { everything, personIdOf, type Act } from '~/auth/act';
import { keepUpload, readKept } from '~/documents/upload-folder.server';
import { cleanFileName } from '~/shared/file-name';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { vendorImports } from '~db/schema/vendor-imports';
import type { Store, Tx } from '~db/store.server';
import { importChecked, type VendorImportAnswer } from './import-vendors.server';
import { readVendorFile } from './vendor-file';

type Portal = { store: Store; uploads: string };

/** Faults kept of a file: enough to mend any of them, and not so many that they outweigh it. */
const MOST_FAULTS = 5000;

/**
 * Takes in the text of a vendor file, to be imported by a worker; `queue` puts that work into the same transaction and
 * names it. A file reaches every vendor, so whoever sends one must too (`import_out_of_reach`).
 */
export async function receiveVendorFile(
  { store, uploads }: Portal,
  act: Act,
  { name, text, addsCodes }: { name: string; text: string; addsCodes: boolean },
  queue: (tx: Tx, importId: number) => Promise<number>,
): Promise<Outcome<number>> {
  if (act.scope.kind !== 'everything') return refused('import_out_of_reach', {}, 'file');
  const fileName = cleanFileName(name);
  const sha256 = await keepUpload(uploads, new TextEncoder().encode(text));
  return store.transact(async (tx) => {
    const id = randomId();
    await tx.insert(vendorImports).values({
      id,
      fileName,
      sha256,
      addsCodes,
      state: 'waiting',
      receivedAt: act.now.toISOString(),
      receivedBy: personIdOf(act),
      workId: await queue(tx, id),
    });
    await record(tx, act, {
      action: 'vendor_import.received',
      entity: 'vendor_import',
      entityId: id,
      after: { fileName, sha256 },
    });
    return done(id);
  });
}

/**
 * Imports a file that was taken in, all rows or none, and notes what it came to in the same transaction: begun again after
 * its worker died, it finds it done and does nothing.
 */
export async function takeVendorFile(
  { store, uploads }: Portal,
  act: Act,
  importId: number,
): Promise<{ importId: number; faults: number }> {
  const [row] = await store.read.select().from(vendorImports).where(eq(vendorImports.id, importId));
  if (row?.state !== 'waiting') return { importId, faults: row?.faultCount ?? 0 };
  const text = new TextDecoder().decode(await readKept(uploads, row.sha256));
  const reaching = { ...act, scope: everything };
  const file = readVendorFile(text);
  const faults = await store.transact(async (tx) => {
    const answer = await importChecked(tx, reaching, file, row.addsCodes);
    await finish(tx, act, importId, answer);
    return answer.ok ? 0 : answer.faults.length;
  });
  return { importId, faults };
}

async function finish(
  tx: Tx,
  act: Act,
  importId: number,
  answer: VendorImportAnswer,
): Promise<void> {
  const came = answer.ok
    ? { state: 'taken' as const, counts: answer.value }
    : {
        state: 'refused' as const,
        faults: answer.faults.slice(0, MOST_FAULTS),
        faultCount: answer.faults.length,
      };
  await tx
    .update(vendorImports)
    .set({ ...came, finishedAt: act.now.toISOString() })
    .where(eq(vendorImports.id, importId));
  await record(tx, act, {
    action: `vendor_import.${came.state}`,
    entity: 'vendor_import',
    entityId: importId,
    after: answer.ok ? answer.value : { faults: answer.faults.length },
  });
}
