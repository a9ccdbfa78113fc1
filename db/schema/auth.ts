import {
  boolean,
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
import { vendors } from './vendors';

/** Who signs in. An insider reaches a part of the market tree, an outsider one vendor. */
export const people = table(
  'people',
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text(),
    role: text([
      'procurement',
      'manager',
      'auditor',
      'administrator',
      'vendor',
      'reviewer',
    ]).notNull(),
    vendorId: ref().references(() => vendors.id),
    reachMarketId: ref().references(() => markets.id),
    locale: text(['en', 'zh-CN']).notNull().default('en'),
    timeZone: text().notNull().default('UTC'),
    active: boolean().notNull().default(true),
    failedSignIns: integer().notNull().default(0),
    lockedUntil: instant(),
    /** Since when nothing is left of who it was; the row stays for what it did. */
    erasedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('people_email').on(t.email),
    index('people_vendor').on(t.vendorId),
    index('people_role').on(t.role, t.active),
  ],
);

/** A signed-in browser. The key is the hash of the cookie's token: a stolen table signs nobody in. */
export const sessions = table(
  'sessions',
  {
    tokenHash: text().primaryKey(),
    personId: ref()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    address: text(),
    agent: text(),
  },
  (t) => [index('sessions_person').on(t.personId), index('sessions_expiry').on(t.expiresAt)],
);

/** A secret address of a person's calendar; one at a time, only its hash is kept. */
export const calendarFeeds = table(
  'calendar_feeds',
  {
    personId: ref()
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('calendar_feeds_token').on(t.tokenHash)],
);

/** A mailed link with which a person sets a password: once, and not for long. The key is the hash of its token. */
export const signInLinks = table(
  'sign_in_links',
  {
    tokenHash: text().primaryKey(),
    personId: ref()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    index('sign_in_links_person').on(t.personId),
    index('sign_in_links_expiry').on(t.expiresAt),
  ],
);

/** Single records that an outside reviewer was given; nothing else is there for them. */
export const reviewGrants = table(
  'review_grants',
  {
    personId: ref()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    subject: text(['check', 'assessment']).notNull(),
    recordId: ref().notNull(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    grantedBy: ref().references(() => people.id),
    grantedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('review_grants_once').on(t.personId, t.subject, t.recordId),
    index('review_grants_record').on(t.subject, t.recordId),
  ],
);

/** One row a setting: house currency, ranking weights, the demo's clock. */
export const settings = table('settings', {
  name: text().primaryKey(),
  value: json<unknown>().notNull(),
  changedAt: instant().notNull(),
});
