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
  sequence,
  table,
  text,
  uniqueIndex,
} from '../columns';
import type { AmendmentChange } from '../../app/contracts/amendment';
import type { Pricing } from '../../app/contracts/pricing';
import { kpis } from './kpi';
import { markets } from './markets';
import { services, vendors } from './vendors';

/** What was agreed with a vendor. Terms of the deadline, caps and fees as in a contract document. */
export const contracts = table(
  'contracts',
  {
    id: id(),
    number: text().notNull(),
    title: text().notNull(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id),
    state: text(['draft', 'review', 'approved', 'active', 'terminated']).notNull(),
    startsOn: date().notNull(),
    endsOn: date(),
    terminatedOn: date(),
    renewal: text(['none', 'tacit', 'express']).notNull().default('none'),
    /** Months that each tacit renewal runs for; null is a year. */
    renewalMonths: integer(),
    /** Notice that we have to give, in days or in months. */
    noticeDays: integer(),
    noticeMonths: integer(),
    /** Notice that the vendor has to give. */
    vendorNoticeDays: integer(),
    vendorNoticeMonths: integer(),
    /** What the business calendar does to the last day for a notice; null is nothing. */
    noticeDay: text(['exact', 'business_day_before', 'business_days']),
    /** The legal entities that sign. */
    ourEntity: text(),
    vendorEntity: text(),
    scopeText: text(),
    pricing: json<Pricing>(),
    paymentDays: integer(),
    paymentBasis: text(['invoice_date', 'invoice_receipt', 'end_of_month', 'acceptance']),
    /** Whose public holidays are no business days; null is none. */
    calendarCountry: text(),
    governingLaw: text(),
    arbitration: text(),
    liabilityCapMinor: minorUnits(),
    liabilityCapPercent: decimal(),
    dataRole: text(['none', 'processor', 'controller', 'joint_controllers']),
    prevailingLanguage: text(),
    signedOn: date(),
    /** Why the signed document was not there when it was signed. */
    signedLater: text(),
    /** The value agreed for the whole term, where one was. */
    totalValueMinor: minorUnits(),
    /** The contracting process in the Open Contracting Data Standard, where it came from there. */
    ocid: text(),
    currency: text().notNull(),
    feeMinor: minorUnits(),
    creditCapPercent: decimal(),
    creditMinimumMinor: minorUnits(),
    atRiskPercent: decimal(),
    pointsTable: json<{ points: string; percent: string }[]>(),
    reportDueDay: integer(),
    reportDueBusinessDay: integer(),
    graceDays: integer().notNull().default(0),
    timeZone: text().notNull().default('UTC'),
    /** A report without warnings is accepted by itself. */
    acceptsAlone: boolean().notNull().default(false),
    demonstration: boolean().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('contracts_number').on(t.number),
    index('contracts_vendor').on(t.vendorId),
    index('contracts_state_end').on(t.state, t.endsOn),
  ],
);

/** The fee of a month, where the contract has no one fee for all months. */
export const contractFees = table(
  'contract_fees',
  {
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    period: period().notNull(),
    feeMinor: minorUnits().notNull(),
  },
  (t) => [primaryKey({ columns: [t.contractId, t.period] })],
);

/** What was bought in a month, in the unit of the contract's price. */
export const contractVolumes = table(
  'contract_volumes',
  {
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    period: period().notNull(),
    volume: decimal().notNull(),
  },
  (t) => [primaryKey({ columns: [t.contractId, t.period] })],
);

/** Who moved a contract on its way to being signed, and why. */
export const contractSteps = table(
  'contract_steps',
  {
    sequence: sequence(),
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    step: text(['submitted', 'approved', 'returned', 'signed', 'renewed', 'terminated']).notNull(),
    personId: ref(),
    personName: text().notNull(),
    role: text(),
    remarks: text(),
    at: instant().notNull(),
  },
  (t) => [index('contract_steps_contract').on(t.contractId, t.sequence)],
);

/** A change of an agreed contract: gathered, proposed, and decided by somebody else. */
export const amendments = table(
  'amendments',
  {
    id: id(),
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    state: text(['draft', 'proposed', 'approved', 'rejected', 'withdrawn']).notNull(),
    effectiveFrom: date(),
    reason: text(),
    changes: json<AmendmentChange[]>().notNull(),
    proposedBy: ref(),
    proposedByName: text(),
    proposedAt: instant(),
    decidedBy: ref(),
    decidedByName: text(),
    decidedAt: instant(),
    remarks: text(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('amendments_number').on(t.contractId, t.number)],
);

/** What a contract said from a day on, as it was agreed: never changed afterwards. */
export const contractVersions = table(
  'contract_versions',
  {
    id: id(),
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    effectiveFrom: date().notNull(),
    document: json<Record<string, unknown>>().notNull(),
    amendmentId: ref(),
    reason: text(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('contract_versions_number').on(t.contractId, t.version)],
);

/** A service that the contract covers in a market; a null market is everywhere. */
export const contractScopes = table(
  'contract_scopes',
  {
    id: id(),
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    serviceId: ref()
      .notNull()
      .references(() => services.id),
    marketId: ref().references(() => markets.id),
  },
  (t) => [
    index('contract_scopes_contract').on(t.contractId),
    index('contract_scopes_service').on(t.serviceId, t.marketId),
  ],
);

/** One promise of a contract; what it says stands in its versions. */
export const slaTerms = table(
  'sla_terms',
  {
    id: id(),
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    kpiId: ref()
      .notNull()
      .references(() => kpis.id),
    serviceId: ref().references(() => services.id),
    marketId: ref().references(() => markets.id),
    /** Set when the term was withdrawn before it ever was in force. */
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex('sla_terms_position').on(t.contractId, t.position),
    index('sla_terms_kpi').on(t.kpiId, t.contractId),
  ],
);

/**
 * The text of a term from a date on; no date is the contract's own start or end. The document is the portable TERM, its
 * own dates left out: they stand here.
 */
export const slaTermVersions = table(
  'sla_term_versions',
  {
    id: id(),
    termId: ref()
      .notNull()
      .references(() => slaTerms.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    effectiveFrom: date(),
    effectiveTo: date(),
    document: json<Record<string, unknown>>().notNull(),
    reason: text(),
    /** Set when a later version took over its whole time: kept to be read, in force on no day. */
    replacedAt: instant(),
    createdAt: instant().notNull(),
    createdBy: ref(),
  },
  (t) => [uniqueIndex('sla_term_versions_number').on(t.termId, t.version)],
);
