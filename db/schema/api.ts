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

/** With which a program acts as a person, over the interface alone. Only its hash is kept: a stolen table lets nobody in. */
export const accessTokens = table(
  'access_tokens',
  {
    id: id(),
    personId: ref()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    tokenHash: text().notNull(),
    /** The last characters, by which its owner tells it from the others. */
    ending: text().notNull(),
    readOnly: boolean().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    lastUsedAt: instant(),
    lastAddress: text(),
    revokedAt: instant(),
  },
  (t) => [
    uniqueIndex('access_tokens_hash').on(t.tokenHash),
    index('access_tokens_person').on(t.personId, t.createdAt),
    index('access_tokens_created').on(t.createdAt),
  ],
);

/** A request that a program may send again: what it said, by its hash, and what it was answered. */
export const repeatableRequests = table(
  'repeatable_requests',
  {
    personId: ref()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    bodyHash: text().notNull(),
    createdAt: instant().notNull(),
    /** Null until it is answered. */
    status: integer(),
    answer: json<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.key] }),
    index('repeatable_requests_created').on(t.createdAt),
  ],
);
