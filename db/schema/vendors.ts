import { sql } from 'drizzle-orm';
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
import { markets } from './markets';

/** The outside firm. */
export const vendors = table(
  'vendors',
  {
    id: id(),
    code: text().notNull(),
    name: text().notNull(),
    formerNames: json<string[]>().notNull(),
    country: text(),
    parentId: ref(),
    status: text([
      'prospect',
      'screening',
      'approved',
      'conditional',
      'rejected',
      'active',
      'suspended',
      'exiting',
      'exited',
    ]).notNull(),
    tier: text(['strategic', 'preferred', 'standard', 'transactional']),
    spendScore: integer(),
    criticalityScore: integer(),
    dataAccessScore: integer(),
    replaceabilityScore: integer(),
    /** Who answered the four questions, but for answers given with a decision on its admission. */
    gradedBy: ref(),
    /** Who brought it before whoever decides: who registered it, then who put it up for screening the last time. */
    putUpBy: ref(),
    website: text(),
    note: text(),
    demonstration: boolean().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('vendors_code').on(t.code),
    index('vendors_code_capitals').on(sql`upper(code)`),
    index('vendors_name').on(t.name, t.code),
    index('vendors_searched').on(sql`lower(name || ' ' || code)`),
    index('vendors_status_name').on(t.status, t.name, t.code),
    index('vendors_tier_name').on(t.tier, t.name, t.code),
    index('vendors_country_name').on(t.country, t.name, t.code),
    index('vendors_parent').on(t.parentId),
  ],
);

/** What is bought, and what it asks of whoever provides it. */
export const services = table(
  'services',
  {
    id: id(),
    code: text().notNull(),
    nameEn: text().notNull(),
    nameZh: text().notNull(),
    requiredCertificates: json<string[]>().notNull(),
    recoveryDays: integer(),
    ownerId: ref(),
  },
  (t) => [uniqueIndex('services_code').on(t.code)],
);

/** Vendor × service × market: what it can do there, at what price, and how ready it stands as a second source. */
export const offerings = table(
  'offerings',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    serviceId: ref()
      .notNull()
      .references(() => services.id),
    marketId: ref()
      .notNull()
      .references(() => markets.id),
    /** Units a month that the vendor can take on in all; null is unknown. */
    capacity: decimal(),
    /** Units a month that it carries there now. */
    carried: decimal(),
    /** Share of the service's volume in this market that the vendor carries now, percent. */
    sharePercent: decimal(),
    unitPrice: decimal(),
    currency: text(),
    leadTimeDays: integer(),
    /** Days from a decision to carrying the volume. */
    switchDays: integer(),
    standbyOrder: integer(),
    standbySignedOn: date(),
    switchTestedOn: date(),
    integratedOn: date(),
    demonstration: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex('offerings_vendor_service_market').on(t.vendorId, t.serviceId, t.marketId),
    index('offerings_service_market').on(t.serviceId, t.marketId, t.vendorId),
    index('offerings_market').on(t.marketId, t.vendorId),
    index('offerings_relied')
      .on(t.serviceId, t.marketId)
      .where(sql`share_percent is not null or standby_order is not null`),
  ],
);

/** People on both sides: sponsor, account manager, escalation levels. Names and addresses are personal data. */
export const contacts = table(
  'contacts',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    side: text(['ours', 'vendor']).notNull(),
    role: text(['sponsor', 'account_manager', 'escalation']).notNull(),
    level: integer(),
    name: text().notNull(),
    email: text(),
    phone: text(),
  },
  (t) => [index('contacts_vendor').on(t.vendorId), index('contacts_address').on(sql`lower(email)`)],
);

/** A certificate or licence with its dates; gates and reminders read it. */
export const certificates = table(
  'certificates',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    number: text(),
    /** The person of the vendor's staff who holds it, as for a training; null is the firm. */
    holder: text(),
    issuedOn: date(),
    expiresOn: date(),
  },
  (t) => [
    index('certificates_vendor').on(t.vendorId),
    index('certificates_expiry').on(t.expiresOn),
  ],
);
