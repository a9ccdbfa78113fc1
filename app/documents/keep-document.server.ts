import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { record } from '~/audit/record.server';
import { personIdOf, type Act } from '~/auth/act';
import { readSetting } from '~/settings/setting-queries.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { documents } from '~db/schema/documents';
import type { Store, Tx } from '~db/store.server';
import { documentType, safeFileName, type Subject } from './document';
import { documentFields } from './document-fields';
import { findDocument } from './document-queries.server';
import { sniffFile } from './sniff-file.server';
import { keepUpload } from './upload-folder.server';

export type DocumentTarget = {
  vendorId: number;
  subject: Subject;
  /** Ours alone: never shown to the vendor. */
  internal?: boolean;
};

/** A file that is in the upload folder already, with what is said of it; its record is still to be written. */
export type TakenDocument = {
  said: z.output<typeof documentFields> & { title: string };
  file: { fileName: string; mediaType: string; bytes: number; sha256: string };
};

/**
 * Takes in a file before the transaction that records it: its bytes under their hash. Refused are files above the limit,
 * empty ones, and types that are not what they say.
 */
export async function takeDocument(
  { store, uploads }: { store: Store; uploads: string },
  file: { name: string; bytes: Uint8Array } | undefined,
  input: unknown,
): Promise<Outcome<TakenDocument>> {
  const fields = readFields(documentFields, input);
  const checked = await checkFile(store, file);
  if (!fields.ok || !checked.ok) return bothReasons(fields, checked);
  const { bytes, fileName, mediaType } = checked.value;
  const sha256 = await keepUpload(uploads, bytes);
  return done({
    said: { ...fields.value, title: fields.value.title ?? fileName },
    file: { fileName, mediaType, bytes: bytes.length, sha256 },
  });
}

/** Records a document that was taken in, as one of a record that the caller has found within the scope. */
export async function recordDocument(
  tx: Tx,
  act: Act,
  { vendorId, subject, internal = false }: DocumentTarget,
  { said, file }: TakenDocument,
): Promise<number> {
  const documentId = randomId();
  await tx.insert(documents).values({
    id: documentId,
    vendorId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    ...said,
    internal,
    ...file,
    uploadedSide: act.scope.kind === 'vendor' ? 'vendor' : 'ours',
    uploadedBy: personIdOf(act),
    uploadedAt: act.now.toISOString(),
  });
  const { fileName, sha256 } = file;
  await record(tx, act, {
    action: 'document.added',
    entity: 'document',
    entityId: documentId,
    vendorId,
    after: { ...said, fileName, sha256, subject: `${subject.kind} ${subject.id}` },
  });
  return documentId;
}

/** Keeps a document of a record: its bytes under their hash, what is said of it in the register. */
export async function keepDocument(
  portal: { store: Store; uploads: string },
  act: Act,
  target: DocumentTarget,
  file: { name: string; bytes: Uint8Array } | undefined,
  input: unknown,
): Promise<Outcome<{ documentId: number }>> {
  const taken = await takeDocument(portal, file, input);
  if (!taken.ok) return taken;
  return portal.store.transact(async (tx) =>
    done({ documentId: await recordDocument(tx, act, target, taken.value) }),
  );
}

/** Takes a document out of the lists; a vendor takes out what its own side handed in. */
export async function removeDocument(store: Store, act: Act, documentId: number): Promise<Outcome> {
  return store.transact(async (tx) => {
    const document = await findDocument(tx, act.scope, documentId);
    if (!document) return refused('not_found');
    if (act.scope.kind === 'vendor' && document.uploadedSide !== 'vendor')
      return refused('not_allowed');
    await tx
      .update(documents)
      .set({ removedAt: act.now.toISOString() })
      .where(eq(documents.id, documentId));
    await record(tx, act, {
      action: 'document.removed',
      entity: 'document',
      entityId: documentId,
      vendorId: document.vendorId,
      before: { title: document.title, fileName: document.fileName, sha256: document.sha256 },
    });
    return done();
  });
}

const MEGABYTE = 1_000_000;

/** Bytes that a document may have at most. */
export async function documentLimit(reader: Store['read']): Promise<number> {
  return (await readSetting(reader, 'document_megabytes')) * MEGABYTE;
}

/** Whether a file can be kept as a document: what it is, how large, and under which name. */
export async function checkFile(
  store: Store,
  file: { name: string; bytes: Uint8Array } | undefined,
): Promise<Outcome<{ bytes: Uint8Array; fileName: string; mediaType: string }>> {
  if (!file) return refused('document_missing', {}, 'file');
  const { bytes } = file;
  const limit = await documentLimit(store.read);
  if (bytes.length === 0) return refused('document_empty', {}, 'file');
  if (bytes.length > limit)
    return refused('document_too_large', { max: `${limit / MEGABYTE} MB` }, 'file');
  const fileName = safeFileName(file.name);
  const type = documentType(fileName, await sniffFile(bytes));
  return type.ok ? done({ bytes, fileName, mediaType: type.value }) : type;
}

function bothReasons(...outcomes: Outcome<unknown>[]): Extract<Outcome, { ok: false }> {
  const reasons = outcomes.flatMap((outcome) =>
    outcome.ok ? [] : (outcome.fields ?? [outcome.reason]),
  );
  return { ok: false, reason: reasons[0] ?? { code: 'invalid' }, fields: reasons };
}
