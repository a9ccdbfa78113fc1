import type { Scorecard } from '../../app/onboarding/scorecard';
import {
  boolean,
  date,
  decimal,
  id,
  index,
  instant,
  integer,
  json,
  ref,
  table,
  text,
  uniqueIndex,
} from '../columns';
import { people } from './auth';
import { vendors } from './vendors';

/** The result of one scoring of a vendor, 0 to 100, valid until its date; without a scoring it was recorded elsewhere. */
export const assessments = table(
  'assessments',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    scorecard: text().notNull(),
    total: decimal().notNull(),
    result: text(['qualified', 'conditional', 'disqualified']).notNull(),
    assessedOn: date().notNull(),
    validUntil: date().notNull(),
    scoringId: ref(),
    /** Who entered a result that was made elsewhere. */
    recordedBy: ref(),
  },
  (t) => [index('assessments_vendor').on(t.vendorId, t.assessedOn)],
);

/** A scorecard template; what it says stands in its versions. `code` names those that come with the product. */
export const scorecards = table(
  'scorecards',
  { id: id(), code: text().notNull(), createdAt: instant().notNull() },
  (t) => [uniqueIndex('scorecards_code').on(t.code)],
);

/** A template's text: a draft may change, a published one never does. */
export const scorecardVersions = table(
  'scorecard_versions',
  {
    id: id(),
    scorecardId: ref()
      .notNull()
      .references(() => scorecards.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    state: text(['draft', 'published']).notNull(),
    document: json<Scorecard>().notNull(),
    createdAt: instant().notNull(),
    createdBy: ref(),
    publishedAt: instant(),
    publishedBy: ref(),
  },
  (t) => [uniqueIndex('scorecard_versions_number').on(t.scorecardId, t.version)],
);

/** One scoring of a vendor with one version of a template, from the first assessor to the vendor's word on it. */
export const scorings = table(
  'scorings',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    versionId: ref()
      .notNull()
      .references(() => scorecardVersions.id),
    cause: text(['admission', 'rhythm', 'incident', 'certificate', 'on_demand']).notNull(),
    state: text(['scoring', 'settling', 'concluded']).notNull(),
    dueOn: date().notNull(),
    openedAt: instant().notNull(),
    openedBy: ref(),
    total: decimal(),
    result: text(['qualified', 'conditional', 'disqualified']),
    concludedAt: instant(),
    concludedBy: ref(),
    releasedAt: instant(),
    releasedBy: ref(),
    demonstration: boolean().notNull().default(false),
  },
  (t) => [
    index('scorings_vendor').on(t.vendorId, t.openedAt),
    index('scorings_state').on(t.state, t.dueOn),
    index('scorings_version').on(t.versionId),
  ],
);

/** Who scores, and by when; scores count once they are handed in. */
export const scoringAssessors = table(
  'scoring_assessors',
  {
    id: id(),
    scoringId: ref()
      .notNull()
      .references(() => scorings.id, { onDelete: 'cascade' }),
    personId: ref()
      .notNull()
      .references(() => people.id),
    dueOn: date().notNull(),
    submittedAt: instant(),
  },
  (t) => [
    uniqueIndex('scoring_assessors_person').on(t.scoringId, t.personId),
    index('scoring_assessors_due').on(t.personId, t.submittedAt),
  ],
);

/** What an assessor gave for a criterion; without points it was left unanswered on purpose. */
export const scoringAnswers = table(
  'scoring_answers',
  {
    id: id(),
    assessorId: ref()
      .notNull()
      .references(() => scoringAssessors.id, { onDelete: 'cascade' }),
    criterion: text().notNull(),
    points: decimal(),
    note: text(),
  },
  (t) => [uniqueIndex('scoring_answers_criterion').on(t.assessorId, t.criterion)],
);

/** What was agreed where assessors lay apart, and why. */
export const settlements = table(
  'settlements',
  {
    id: id(),
    scoringId: ref()
      .notNull()
      .references(() => scorings.id, { onDelete: 'cascade' }),
    criterion: text().notNull(),
    points: decimal().notNull(),
    reason: text().notNull(),
    settledAt: instant().notNull(),
    settledBy: ref(),
  },
  (t) => [uniqueIndex('settlements_criterion').on(t.scoringId, t.criterion)],
);

/** What the vendor says to a released result: a comment, or an appeal that somebody else decides. */
export const scoringRemarks = table(
  'scoring_remarks',
  {
    id: id(),
    scoringId: ref()
      .notNull()
      .references(() => scorings.id, { onDelete: 'cascade' }),
    kind: text(['comment', 'appeal']).notNull(),
    text: text().notNull(),
    at: instant().notNull(),
    personId: ref(),
    ruling: text(['upheld', 'rejected']),
    rulingReason: text(),
    ruledAt: instant(),
    ruledBy: ref(),
  },
  (t) => [index('scoring_remarks_scoring').on(t.scoringId, t.at)],
);

/** A decision on whether a vendor comes in, and the scoring that it rests on. */
export const admissions = table(
  'admissions',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    scoringId: ref(),
    decision: text(['approve', 'conditional', 'reject']).notNull(),
    reason: text().notNull(),
    decidedAt: instant().notNull(),
    decidedBy: ref(),
  },
  (t) => [index('admissions_vendor').on(t.vendorId, t.decidedAt)],
);

/** That a vendor at work has to be assessed again, why and by when; ended when an assessment begins or nothing calls for it. */
export const reassessments = table(
  'reassessments',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    cause: text(['rhythm', 'incident', 'certificate']).notNull(),
    occasion: text().notNull(),
    dueOn: date().notNull(),
    raisedAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    index('reassessments_vendor').on(t.vendorId, t.endedAt),
    index('reassessments_open').on(t.endedAt, t.dueOn),
  ],
);
