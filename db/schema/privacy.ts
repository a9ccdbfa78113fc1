import { id, index, instant, table, text, uniqueIndex } from '../columns';

/**
 * One key for each record that personal data speaks of, itself sealed under the portal's master key. Erasing is deleting
 * the row: what was sealed under it in the audit trail can't be read again, and the trail stays whole.
 */
export const subjectKeys = table(
  'subject_keys',
  {
    id: id(),
    /** Whose it is, in the words of the audit trail: `person` and the person's id. */
    entity: text().notNull(),
    entityId: text().notNull(),
    /** By which master key it was sealed; a store that met another one has a further key for what came after. */
    master: text().notNull(),
    sealedKey: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('subject_keys_subject').on(t.entity, t.entityId, t.master),
    index('subject_keys_master').on(t.master),
  ],
);
