import { documentKinds, subjectKinds } from '../../app/documents/document-kind';
import { boolean, date, id, index, instant, integer, ref, table, text } from '../columns';
import { vendors } from './vendors';

/** A document of a vendor, kept in the upload folder under its hash, with the record that it belongs to. */
export const documents = table(
  'documents',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    subjectKind: text(subjectKinds).notNull(),
    subjectId: ref().notNull(),
    title: text().notNull(),
    kind: text(documentKinds).notNull(),
    language: text(),
    version: text(),
    expiresOn: date(),
    /** Ours alone: the vendor does not learn that it exists. */
    internal: boolean().notNull(),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    uploadedSide: text(['ours', 'vendor']).notNull(),
    uploadedBy: ref(),
    uploadedAt: instant().notNull(),
    /** Out of the lists since then; the bytes stay, as does the audit trail. */
    removedAt: instant(),
  },
  (t) => [
    index('documents_subject').on(t.subjectKind, t.subjectId),
    index('documents_vendor').on(t.vendorId),
    index('documents_expiry').on(t.expiresOn),
    index('documents_hash').on(t.sha256),
  ],
);
