import {
  boolean,
  date,
  id,
  index,
  instant,
  integer,
  json,
  period,
  ref,
  sequence,
  table,
  text,
  uniqueIndex,
} from '../columns';
import { sql } from 'drizzle-orm';
import { people } from './auth';
import { slaTerms } from './contracts';
import { evaluations } from './sla';
import { vendors } from './vendors';

/** Gathers a term's breaches until it is closed; it is the case that has states. */
export const cases = table(
  'cases',
  {
    id: id(),
    termId: ref()
      .notNull()
      .references(() => slaTerms.id, { onDelete: 'cascade' }),
    contractId: ref().notNull(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id),
    kpiId: ref().notNull(),
    state: text([
      'open',
      'acknowledged',
      'plan_submitted',
      'plan_accepted',
      'verifying',
      'closed',
      'disputed',
      'excused',
      'waived',
    ]).notNull(),
    severity: text(['minor', 'serious', 'critical']).notNull(),
    firstPeriod: period().notNull(),
    lastPeriod: period().notNull(),
    breachCount: integer().notNull(),
    openedOn: date().notNull(),
    acknowledgedAt: instant(),
    /** When the vendor's plan, or our answer to it, is due. */
    dueOn: date(),
    closedAt: instant(),
  },
  (t) => [
    uniqueIndex('cases_open')
      .on(t.termId)
      .where(sql`closed_at is null`),
    index('cases_vendor').on(t.vendorId, t.state),
    index('cases_state_due').on(t.state, t.dueOn),
  ],
);

/** One term's failed period. Withdrawn, not deleted, when a later report shows that it was kept after all. */
export const breaches = table(
  'breaches',
  {
    id: id(),
    termId: ref()
      .notNull()
      .references(() => slaTerms.id, { onDelete: 'cascade' }),
    period: period().notNull(),
    contractId: ref().notNull(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id),
    kpiId: ref().notNull(),
    caseId: ref()
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    evaluationId: ref()
      .notNull()
      .references(() => evaluations.id),
    kind: text(['value', 'missing_report']).notNull(),
    severity: text(['minor', 'serious', 'critical']).notNull(),
    openedOn: date().notNull(),
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex('breaches_once').on(t.termId, t.period),
    index('breaches_case').on(t.caseId),
    index('breaches_vendor_period').on(t.vendorId, t.period),
    index('breaches_period').on(t.period, t.severity),
    index('breaches_standing').on(t.withdrawnAt, t.kpiId),
    index('breaches_kpi').on(t.kpiId, t.vendorId),
  ],
);

/** What happened to a case, in order: replies, plans, decisions. Private entries stay on our side. */
export const caseEvents = table(
  'case_events',
  {
    id: sequence(),
    caseId: ref()
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    at: instant().notNull(),
    personId: ref().references(() => people.id),
    kind: text([
      'opened',
      'breach_added',
      'breach_withdrawn',
      'acknowledged',
      'replied',
      'plan_submitted',
      'plan_accepted',
      'plan_returned',
      'plan_accepted_by_silence',
      'disputed',
      'dispute_upheld',
      'dispute_rejected',
      'excused',
      'excusal_revoked',
      'waived',
      'escalated',
      'verifying',
      'closed',
      'proposal_made',
    ]).notNull(),
    text: text(),
    details: json<Record<string, unknown>>(),
    internal: boolean().notNull().default(false),
  },
  (t) => [index('case_events_case').on(t.caseId, t.at)],
);
