import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { people } from '~db/schema/auth';
import { documents } from '~db/schema/documents';
import type { Reader } from '~db/store.server';
import type { Subject } from './document';

const columns = {
  id: documents.id,
  vendorId: documents.vendorId,
  subjectKind: documents.subjectKind,
  subjectId: documents.subjectId,
  title: documents.title,
  kind: documents.kind,
  language: documents.language,
  version: documents.version,
  expiresOn: documents.expiresOn,
  internal: documents.internal,
  fileName: documents.fileName,
  mediaType: documents.mediaType,
  bytes: documents.bytes,
  sha256: documents.sha256,
  uploadedSide: documents.uploadedSide,
  uploadedAt: documents.uploadedAt,
};

/** What a scope may see of documents: a vendor sees its own, and of those none that is ours alone. */
function visible(scope: Scope) {
  return and(
    withinScope(scope, documents.vendorId),
    isNull(documents.removedAt),
    scope.kind === 'vendor' ? eq(documents.internal, false) : undefined,
  );
}

/** One document, where the scope may see it. */
export async function findDocument(reader: Reader, scope: Scope, documentId: number) {
  const [row] = await reader
    .select(columns)
    .from(documents)
    .where(and(eq(documents.id, documentId), visible(scope)));
  return row ?? null;
}

/** The documents of a record, the newest first; whom of ours handed one in is not told to a vendor. */
export async function documentsOf(reader: Reader, scope: Scope, { kind, id }: Subject) {
  return documentsOfAll(reader, scope, kind, [id]);
}

/** The documents of several records of one kind, the newest first. */
export async function documentsOfAll(
  reader: Reader,
  scope: Scope,
  kind: Subject['kind'],
  ids: readonly number[],
) {
  if (ids.length === 0) return [];
  const uploader =
    scope.kind === 'vendor'
      ? sql<
          string | null
        >`case when ${documents.uploadedSide} = 'vendor' then ${people.name} else null end`
      : people.name;
  return reader
    .select({ ...columns, uploader })
    .from(documents)
    .leftJoin(people, eq(people.id, documents.uploadedBy))
    .where(
      and(eq(documents.subjectKind, kind), inArray(documents.subjectId, [...ids]), visible(scope)),
    )
    .orderBy(desc(documents.uploadedAt), desc(documents.id));
}
