import {
  boolean,
  id,
  index,
  instant,
  integer,
  json,
  primaryKey,
  ref,
  table,
  text,
  uniqueIndex,
} from '../columns';
import { people } from './auth';
import { vendors } from './vendors';

/** A vendor asked by mail to sign in and describe itself. How it stands follows from the instants. */
export const vendorInvitations = table(
  'vendor_invitations',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    personId: ref()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    serviceIds: json<number[]>().notNull(),
    invitedBy: ref(),
    invitedAt: instant().notNull(),
    sentAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    revokedAt: instant(),
    /** Since when it waits for a second person to confirm it; until then nothing is mailed and nobody signs in. */
    waitsSince: instant(),
  },
  (t) => [
    index('vendor_invitations_vendor').on(t.vendorId, t.invitedAt),
    index('vendor_invitations_waiting').on(t.waitsSince),
    uniqueIndex('vendor_invitations_person').on(t.personId),
  ],
);

/** Whom a vendor works with in turn: what they do for us through it, and which data they reach. */
export const subcontractors = table(
  'subcontractors',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    work: text().notNull(),
    country: text().notNull(),
    dataAccess: text(['none', 'internal', 'personal']).notNull(),
  },
  (t) => [
    index('subcontractors_vendor').on(t.vendorId, t.name),
    index('subcontractors_name').on(t.name),
  ],
);

/** What was said of a section of a vendor's own pages: sent back with a remark, or that there is nothing to enter. */
export const vendorSections = table(
  'vendor_sections',
  {
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    section: text([
      'profile',
      'identifiers',
      'offerings',
      'contacts',
      'subcontractors',
      'certificates',
      'questionnaire',
    ]).notNull(),
    nothing: boolean().notNull().default(false),
    remark: text(),
    returnedAt: instant(),
    returnedBy: ref(),
    /** Since when the vendor's answer to the remark is with us. */
    answeredAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.vendorId, t.section] })],
);

/** Each time that a vendor handed its description in, and when somebody of ours was through with it. */
export const companySubmissions = table(
  'company_submissions',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    /** The first since the vendor was a prospect or was rejected; else an answer to what was sent back. */
    isFirst: boolean().notNull(),
    /** The parts that had been sent back. */
    mended: json<string[]>().notNull(),
    submittedAt: instant().notNull(),
    submittedBy: ref(),
    settledAt: instant(),
    settledBy: ref(),
  },
  (t) => [
    index('company_submissions_vendor').on(t.vendorId, t.submittedAt),
    index('company_submissions_open').on(t.settledAt, t.submittedAt),
  ],
);

/** A vendor's questionnaire: the version of the questions that it answers. */
export const questionnaires = table(
  'questionnaires',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    startedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('questionnaires_vendor').on(t.vendorId)],
);

/** One answer, in the form in which its kind of question is kept. */
export const questionnaireAnswers = table(
  'questionnaire_answers',
  {
    questionnaireId: ref()
      .notNull()
      .references(() => questionnaires.id, { onDelete: 'cascade' }),
    question: text().notNull(),
    answer: text().notNull(),
    answeredAt: instant().notNull(),
    answeredBy: ref(),
  },
  (t) => [primaryKey({ columns: [t.questionnaireId, t.question] })],
);

/** What an admitted vendor wants changed and we have to confirm, as it was typed. */
export const vendorChanges = table(
  'vendor_changes',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    kind: text(['profile', 'offering', 'certificate']).notNull(),
    /** The record to change; null is a new one. */
    recordId: ref(),
    /** Null takes the record out. */
    input: json<Record<string, string>>(),
    state: text(['open', 'confirmed', 'refused']).notNull(),
    proposedAt: instant().notNull(),
    proposedBy: ref(),
    decidedAt: instant(),
    decidedBy: ref(),
    reason: text(),
  },
  (t) => [
    index('vendor_changes_vendor').on(t.vendorId, t.state),
    index('vendor_changes_state').on(t.state, t.proposedAt),
  ],
);
