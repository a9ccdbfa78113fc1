import {
  boolean,
  date,
  decimal,
  id,
  index,
  instant,
  integer,
  json,
  minorUnits,
  period,
  primaryKey,
  ref,
  table,
  text,
  uniqueIndex,
} from '../columns';
import { contracts, slaTerms, slaTermVersions } from './contracts';
import { kpis } from './kpi';
import { vendors } from './vendors';
import { sql } from 'drizzle-orm';

/** An agreed exclusion: months of a KPI of a contract that do not count. */
export const excusals = table(
  'excusals',
  {
    id: id(),
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    kpiId: ref()
      .notNull()
      .references(() => kpis.id),
    firstPeriod: period().notNull(),
    lastPeriod: period().notNull(),
    kind: text(['force_majeure', 'customer_fault', 'planned_maintenance']).notNull(),
    reason: text().notNull(),
    agreedBy: text().notNull(),
    createdAt: instant().notNull(),
    createdBy: ref(),
    revokedAt: instant(),
  },
  (t) => [index('excusals_contract').on(t.contractId)],
);

/** How far a contract has been evaluated, and when that has to be looked at again. */
export const contractEvaluations = table(
  'contract_evaluations',
  {
    contractId: ref()
      .primaryKey()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    stale: boolean().notNull(),
    /** The latest day that the evaluation has looked back from: an earlier one undoes nothing. */
    evaluatedAsOf: date(),
    /** The next day on which the same data gives another answer: a month ends or a report falls overdue. */
    nextChangeOn: date(),
    evaluatedAt: instant(),
    /** The last month that was settled since anything changed; null where the contract is to be settled anew. */
    settledThrough: period(),
  },
  (t) => [index('contract_evaluations_due').on(t.stale, t.nextChangeOn)],
);

/** The outcome of a term's period. The current one has no `supersededAt`; earlier ones stay as history. */
export const evaluations = table(
  'evaluations',
  {
    id: id(),
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id),
    termId: ref()
      .notNull()
      .references(() => slaTerms.id, { onDelete: 'cascade' }),
    versionId: ref()
      .notNull()
      .references(() => slaTermVersions.id),
    kpiId: ref().notNull(),
    period: period().notNull(),
    outcome: text(['pending', 'met', 'at_risk', 'breached', 'no_data', 'excused']).notNull(),
    kind: text(['value', 'missing_report']),
    reason: text(),
    severity: text(['minor', 'serious', 'critical']),
    measured: decimal(),
    shortfall: decimal(),
    sampleSize: decimal(),
    run: integer().notNull(),
    points: decimal().notNull(),
    triggers: json<string[]>().notNull(),
    creditMinor: minorUnits().notNull(),
    cappedMinor: minorUnits().notNull(),
    issuedMinor: minorUnits().notNull(),
    /** The arithmetic spelled out: months used, sums, fee, percentages. */
    working: json<Record<string, unknown>>().notNull(),
    evaluatedAt: instant().notNull(),
    asOf: date().notNull(),
    supersededAt: instant(),
  },
  (t) => [
    uniqueIndex('evaluations_current')
      .on(t.termId, t.period)
      .where(sql`superseded_at is null`),
    // A vendor's or a contract's rows are neighbours in every index: what is evaluated together is written together.
    index('evaluations_contract_period').on(t.contractId, t.period),
    index('evaluations_vendor_kpi').on(t.vendorId, t.kpiId, t.period),
    index('evaluations_current_month')
      .on(t.period, t.contractId, t.termId)
      .where(sql`superseded_at is null`),
  ],
);

/** How many current evaluations of a KPI came out how in a month, over all vendors: kept with every evaluation. */
export const kpiMonths = table(
  'kpi_months',
  {
    kpiId: ref()
      .notNull()
      .references(() => kpis.id),
    period: period().notNull(),
    outcome: text(['pending', 'met', 'at_risk', 'breached', 'no_data', 'excused']).notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kpiId, t.period, t.outcome] })],
);

/**
 * One row that is locked while the months of all KPIs are counted anew, and while an evaluation adds to them: months that are
 * not there yet can't be locked themselves.
 */
export const kpiMonthCount = table('kpi_month_count', { id: integer().primaryKey() });

/**
 * A vendor's failures of a KPI in twelve months: so many in those that end with each month from the first to the last. By
 * it a map of any number of vendors opens with those that fail most. Every month whose twelve hold an evaluation lies in
 * one of the vendor's spans; most vendors have few, since their failures are few.
 */
export const vendorFailures = table(
  'vendor_failures',
  {
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    kpiId: ref()
      .notNull()
      .references(() => kpis.id),
    firstPeriod: period().notNull(),
    lastPeriod: period().notNull(),
    failures: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.vendorId, t.kpiId, t.firstPeriod] }),
    index('vendor_failures_worst').on(t.kpiId, t.failures, t.vendorId, t.firstPeriod, t.lastPeriod),
  ],
);

/** A contract's credit of a month as it stands now; the ledger beside it holds how it came to be. */
export const creditPeriods = table(
  'credit_periods',
  {
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    vendorId: ref().notNull(),
    period: period().notNull(),
    currency: text().notNull(),
    grossMinor: minorUnits().notNull(),
    cappedMinor: minorUnits().notNull(),
    /** After the minimum, less what an earn-back returns in this month. */
    issuedMinor: minorUnits().notNull(),
    returnedMinor: minorUnits().notNull(),
    state: text([
      'calculated',
      'claimed',
      'accepted',
      'applied',
      'disputed',
      'waived',
      'expired',
    ]).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.contractId, t.period] }),
    index('credit_periods_vendor').on(t.vendorId, t.period),
    index('credit_periods_period').on(t.period),
    index('credit_periods_state').on(t.state, t.period),
    index('credit_periods_currency').on(t.currency, t.contractId),
  ],
);

/** Append-only: what a month's credit became, posted as differences, never edited. */
export const creditEntries = table(
  'credit_entries',
  {
    id: id(),
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    period: period().notNull(),
    kind: text(['calculated', 'difference', 'earn_back']).notNull(),
    currency: text().notNull(),
    amountMinor: minorUnits().notNull(),
    postedAt: instant().notNull(),
    asOf: date().notNull(),
  },
  (t) => [index('credit_entries_contract').on(t.contractId, t.period)],
);
