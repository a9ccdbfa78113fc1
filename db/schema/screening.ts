import { date, id, index, instant, integer, json, ref, table, text, uniqueIndex } from '../columns';
import { people } from './auth';
import { vendors } from './vendors';

/** A sanctions list as it was loaded from a file. Of each source the latest is in use. */
export const sanctionsLists = table(
  'sanctions_lists',
  {
    id: id(),
    source: text().notNull(),
    /** The day of the list, as its publisher dates it. */
    listedOn: date().notNull(),
    state: text(['in_use', 'replaced']).notNull(),
    entryCount: integer().notNull(),
    sha256: text().notNull(),
    note: text(),
    loadedAt: instant().notNull(),
    loadedBy: ref().references(() => people.id),
  },
  (t) => [
    index('sanctions_lists_state').on(t.state, t.source),
    index('sanctions_lists_loaded').on(t.loadedAt),
  ],
);

/** An entry of a list in use; those of a replaced list are deleted, hits keep what they saw. */
export const sanctionsEntries = table(
  'sanctions_entries',
  {
    id: id(),
    listId: ref()
      .notNull()
      .references(() => sanctionsLists.id, { onDelete: 'cascade' }),
    source: text().notNull(),
    /** The publisher's own number. */
    reference: text().notNull(),
    name: text().notNull(),
    aliases: json<string[]>().notNull(),
    kind: text(['entity', 'person', 'vessel']).notNull(),
    countries: json<string[]>().notNull(),
    program: text(),
  },
  (t) => [index('sanctions_entries_list').on(t.listId, t.reference)],
);

/** The keys under which an entry is found, so that a name is compared with the few that could be it. */
export const sanctionsKeys = table(
  'sanctions_keys',
  {
    key: text().notNull(),
    entryId: ref()
      .notNull()
      .references(() => sanctionsEntries.id, { onDelete: 'cascade' }),
  },
  (t) => [
    uniqueIndex('sanctions_keys_key').on(t.key, t.entryId),
    index('sanctions_keys_entry').on(t.entryId),
  ],
);

/** When a vendor was last screened, under which names and against which lists. */
export const screenings = table(
  'screenings',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    /** Which lists and names: while it is the same, nothing is to be screened anew. */
    fingerprint: text().notNull(),
    screenedAt: instant().notNull(),
    hitCount: integer().notNull(),
  },
  (t) => [uniqueIndex('screenings_vendor').on(t.vendorId)],
);

/** A name that may be an entry of a list, until a person has decided. */
export const screeningHits = table(
  'screening_hits',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    /** Whose name it is: the vendor's own, a former one, its parent's, a subcontractor's. */
    subject: text(['name', 'former_name', 'parent', 'subcontractor']).notNull(),
    subjectName: text().notNull(),
    source: text().notNull(),
    reference: text().notNull(),
    entry: json<{
      name: string;
      matched: string;
      aliases: string[];
      kind: string;
      countries: string[];
      program: string | null;
      listedOn: string;
    }>().notNull(),
    score: integer().notNull(),
    reasons: json<string[]>().notNull(),
    /** Names and entry as they were compared: a decision holds as long as it stays the same. */
    fingerprint: text().notNull(),
    state: text(['open', 'same', 'different', 'gone']).notNull(),
    decidedBy: ref().references(() => people.id),
    decidedAt: instant(),
    reason: text(),
    foundAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('screening_hits_once').on(
      t.vendorId,
      t.source,
      t.reference,
      t.subject,
      t.subjectName,
    ),
    index('screening_hits_state').on(t.state, t.score, t.foundAt),
    index('screening_hits_score').on(t.score, t.id),
    index('screening_hits_found').on(t.foundAt, t.id),
  ],
);
