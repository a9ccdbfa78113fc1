import { eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { personIdOf, type Act } from '~/auth/act';
import { readSetting } from '~/settings/setting-queries.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { documents } from '~db/schema/documents';
import type { Store } from '~db/store.server';
import { documentFields, documentType, safeFileName, type Subject } from './document';
import { findDocument } from './document-queries.server';
import { sniffFile } from './sniff-file.server';
import { keepUpload } from './upload-folder.server';

export type DocumentTarget = {
  vendorId: number;
  subject: Subject;
  /** Ours alone: never shown to the vendor. */
  internal?: boolean;
};

/**
 * Keeps a document of a record: its bytes under their hash, what is said of it in the register. The caller has found
 * the record within the scope. Refused are files above the limit, empty ones, and types that are not what they say.
 */
export async function keepDocument(
  { store, uploads }: { store: Store; uploads: string },
  act: Act,
  target: DocumentTarget,
  file: { name: string; bytes: Uint8Array } | undefined,
  input: unknown,
): Promise<Outcome<{ documentId: number }>> {
  const fields = readFields(documentFields, input);
  const checked = await checkFile(store, file);
  if (!fields.ok || !checked.ok) return bothReasons(fields, checked);
  const { bytes, fileName, mediaType } = checked.value;
  const sha256 = await keepUpload(uploads, bytes);
  const { vendorId, subject, internal = false } = target;
  return store.transact(async (tx) => {
    const documentId = randomId();
    const said = { ...fields.value, title: fields.value.title ?? fileName };
    await tx.insert(documents).values({
      id: documentId,
      vendorId,
      subjectKind: subject.kind,
      subjectId: subject.id,
      ...said,
      internal,
      fileName,
      mediaType,
      bytes: bytes.length,
      sha256,
      uploadedSide: act.scope.kind === 'vendor' ? 'vendor' : 'ours',
      uploadedBy: personIdOf(act),
      uploadedAt: act.now.toISOString(),
    });
    await record(tx, act, {
      action: 'document.added',
      entity: 'document',
      entityId: documentId,
      vendorId,
      after: { ...said, fileName, sha256, subject: `${subject.kind} ${subject.id}` },
    });
    return done({ documentId });
  });
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
