import {
  boolean,
  date,
  id,
  index,
  instant,
  ref,
  sequence,
  table,
  text,
  uniqueIndex,
} from '../columns';
import { people } from './auth';
import { vendors } from './vendors';

/** One check of a vendor: where it stands, who looked, what was found and until when that holds. */
export const dueDiligenceChecks = table(
  'due_diligence_checks',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    kind: text([
      'registration',
      'licences',
      'sanctions',
      'financial_health',
      'litigation',
      'data_protection',
      'information_security',
      'references',
      'site_visit',
    ]).notNull(),
    state: text([
      'not_started',
      'in_progress',
      'awaiting_sign_off',
      'passed',
      'failed',
      'not_applicable',
      'expired',
    ]).notNull(),
    /** The last result, also while it waits for its sign-off. */
    result: text(['passed', 'failed', 'not_applicable']),
    /** What was found, or why the check does not apply. */
    finding: text(),
    reviewerId: ref().references(() => people.id),
    reviewedOn: date(),
    expiresOn: date(),
    signedOffBy: ref().references(() => people.id),
    signedOffAt: instant(),
    openedAt: instant().notNull(),
    /** When it last came to a result, for the age of what follows. */
    settledAt: instant(),
  },
  (t) => [
    uniqueIndex('due_diligence_checks_vendor').on(t.vendorId, t.kind),
    index('due_diligence_checks_state').on(t.state, t.expiresOn),
    index('due_diligence_checks_reviewer').on(t.reviewerId, t.state),
    index('due_diligence_checks_expiry').on(t.expiresOn),
  ],
);

/** What a check rests on beside its documents: a link or a text. */
export const checkEvidence = table(
  'check_evidence',
  {
    id: id(),
    checkId: ref()
      .notNull()
      .references(() => dueDiligenceChecks.id, { onDelete: 'cascade' }),
    kind: text(['link', 'note']).notNull(),
    title: text().notNull(),
    url: text(),
    note: text(),
    addedBy: ref().references(() => people.id),
    addedAt: instant().notNull(),
  },
  (t) => [index('check_evidence_check').on(t.checkId)],
);

/** The story of a check, in order. */
export const checkEvents = table(
  'check_events',
  {
    id: sequence(),
    checkId: ref()
      .notNull()
      .references(() => dueDiligenceChecks.id, { onDelete: 'cascade' }),
    at: instant().notNull(),
    kind: text([
      'opened',
      'assigned',
      'shared',
      'unshared',
      'evidence_added',
      'evidence_removed',
      'recorded',
      'sign_off_asked',
      'signed_off',
      'returned',
      'expired',
    ]).notNull(),
    personId: ref().references(() => people.id),
    result: text(['passed', 'failed', 'not_applicable']),
    text: text(),
    /** Written by the portal itself. */
    byPortal: boolean().notNull().default(false),
  },
  (t) => [index('check_events_check').on(t.checkId, t.id)],
);
