import { manualKinds, manualStates } from '../../app/settlement/manual-kind';
import {
  boolean,
  date,
  decimal,
  id,
  index,
  instant,
  integer,
  minorUnits,
  period,
  primaryKey,
  ref,
  sequence,
  table,
  text,
  uniqueIndex,
} from '../columns';
import { people } from './auth';
import { contracts } from './contracts';
import { vendors } from './vendors';

const lineStates = [
  'calculated',
  'claimed',
  'accepted',
  'applied',
  'disputed',
  'waived',
  'expired',
] as const;

/** How a contract's credits are claimed and whether months without a failure earn a bonus. */
export const settlementTerms = table(
  'settlement_terms',
  {
    contractId: ref()
      .primaryKey()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    /** Days in which a credit has to be claimed; null is without a limit. */
    claimDays: integer(),
    claimFrom: text(['period_end', 'calculation']).notNull(),
    /** Whether the contract's business calendar counts. */
    claimCount: text(['calendar_days', 'next_business_day', 'business_days'])
      .notNull()
      .default('calendar_days'),
    /** False while deadlines of open credits still follow what was agreed before. */
    dated: boolean().notNull().default(true),
    /** Percent of the month's fee, where all its terms are met; null is no bonus. */
    bonusPercent: decimal(),
    changedAt: instant().notNull(),
  },
  (t) => [index('settlement_terms_dated').on(t.dated)],
);

/** Append-only: an amount of a month's credit moves from one state to another. */
export const creditMoves = table(
  'credit_moves',
  {
    id: sequence(),
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    vendorId: ref().notNull(),
    period: period().notNull(),
    currency: text().notNull(),
    move: text([
      'claimed',
      'accepted',
      'disputed',
      'dispute_upheld',
      'dispute_rejected',
      'waived',
      'expired',
      'applied',
      'reduced',
    ]).notNull(),
    fromState: text(lineStates).notNull(),
    toState: text(lineStates).notNull(),
    amountMinor: minorUnits().notNull(),
    at: instant().notNull(),
    onDay: date().notNull(),
    personId: ref().references(() => people.id),
    reason: text(),
    invoiceNumber: text(),
  },
  (t) => [index('credit_moves_line').on(t.contractId, t.period)],
);

/** What of a month's credit stands in which state: the sums of its moves. What is nowhere else is calculated. */
export const creditBalances = table(
  'credit_balances',
  {
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    vendorId: ref().notNull(),
    period: period().notNull(),
    currency: text().notNull(),
    /** What the evaluation gave when the line was last looked at. */
    contractedMinor: minorUnits().notNull(),
    claimedMinor: minorUnits().notNull(),
    acceptedMinor: minorUnits().notNull(),
    appliedMinor: minorUnits().notNull(),
    disputedMinor: minorUnits().notNull(),
    waivedMinor: minorUnits().notNull(),
    expiredMinor: minorUnits().notNull(),
    /** The last day on which what is calculated can be claimed; null without a limit. */
    claimUntil: date(),
  },
  (t) => [
    primaryKey({ columns: [t.contractId, t.period] }),
    index('credit_balances_deadline').on(t.claimUntil),
  ],
);

/** Append-only: what we owe a vendor under a contract for a month, and what goes off it. */
export const accountEntries = table(
  'account_entries',
  {
    id: id(),
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id),
    period: period().notNull(),
    currency: text().notNull(),
    kind: text(['fee', 'credit', 'bonus', 'penalty', 'correction']).notNull(),
    amountMinor: minorUnits().notNull(),
    /** What the amount was taken from: a fee for all months, one of the month, volumes, a person. */
    source: text().notNull(),
    postedAt: instant().notNull(),
    onDay: date().notNull(),
    personId: ref().references(() => people.id),
    secondPersonId: ref().references(() => people.id),
    reason: text(),
  },
  (t) => [
    index('account_entries_contract').on(t.contractId, t.period),
    index('account_entries_vendor').on(t.vendorId, t.period),
  ],
);

/** A bonus or penalty that one person proposes by hand and a second one decides; approved, it is an entry of the account. */
export const manualEntries = table(
  'manual_entries',
  {
    id: id(),
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id),
    period: period().notNull(),
    currency: text().notNull(),
    kind: text(manualKinds).notNull(),
    /** Above zero for both kinds. */
    amountMinor: minorUnits().notNull(),
    /** The vendor reads it on its statement. */
    reason: text().notNull(),
    /** What shows it: ours alone, as is a document handed in with it. */
    evidence: text().notNull(),
    state: text(manualStates).notNull(),
    proposedBy: ref().references(() => people.id),
    proposedAt: instant().notNull(),
    decidedBy: ref().references(() => people.id),
    decidedAt: instant(),
    remarks: text(),
    /** The entry of the account that it became. */
    entryId: ref().references(() => accountEntries.id),
  },
  (t) => [
    index('manual_entries_contract').on(t.contractId, t.proposedAt),
    index('manual_entries_vendor').on(t.vendorId),
    index('manual_entries_state').on(t.state),
  ],
);

/** A contract's month as both sides settle it. Amounts are the sums of its entries. */
export const statements = table(
  'statements',
  {
    id: id(),
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id),
    period: period().notNull(),
    currency: text().notNull(),
    state: text(['draft', 'sent', 'disputed', 'agreed', 'settled']).notNull(),
    feeMinor: minorUnits().notNull(),
    /** The fee follows a volume that has not been reported: there is no fee yet, and nothing to send. */
    feeOpen: boolean().notNull().default(false),
    creditMinor: minorUnits().notNull(),
    bonusMinor: minorUnits().notNull(),
    penaltyMinor: minorUnits().notNull().default(0),
    correctionMinor: minorUnits().notNull(),
    /** What the statement before left below zero. */
    carriedMinor: minorUnits().notNull(),
    totalMinor: minorUnits().notNull(),
    draftedAt: instant().notNull(),
    sentAt: instant(),
    agreedAt: instant(),
    settledAt: instant(),
    invoiceNumber: text(),
  },
  (t) => [
    uniqueIndex('statements_month').on(t.contractId, t.period),
    index('statements_vendor').on(t.vendorId, t.period),
    index('statements_state').on(t.state, t.period),
    index('statements_period').on(t.period),
  ],
);

/** Each entry stands on one statement at most. */
export const statementEntries = table(
  'statement_entries',
  {
    entryId: ref()
      .primaryKey()
      .references(() => accountEntries.id, { onDelete: 'cascade' }),
    statementId: ref()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
  },
  (t) => [index('statement_entries_statement').on(t.statementId)],
);

/** What happened to a statement, in order. */
export const statementEvents = table(
  'statement_events',
  {
    id: sequence(),
    statementId: ref()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    at: instant().notNull(),
    personId: ref().references(() => people.id),
    kind: text(['sent', 'agreed', 'disputed', 'settled']).notNull(),
    text: text(),
  },
  (t) => [index('statement_events_statement').on(t.statementId)],
);
