import { instant, json, index, ref, sequence, integer, table, text } from '../columns';

/** Append-only record of every change, each entry chained to the last by hash. */
export const auditEntries = table(
  'audit_entries',
  {
    sequence: sequence(),
    at: instant().notNull(),
    personId: ref(),
    actor: text().notNull(),
    /** Who acts, by kind: never read from the name. Entries from before it was kept have none. */
    actorKind: text(['person', 'visitor', 'job', 'command']),
    address: text(),
    action: text().notNull(),
    entity: text().notNull(),
    entityId: text().notNull(),
    vendorId: ref(),
    before: json<unknown>(),
    after: json<unknown>(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    index('audit_entity').on(t.entity, t.entityId),
    index('audit_at').on(t.at),
    index('audit_vendor').on(t.vendorId),
    index('audit_action').on(t.action),
    index('audit_person').on(t.personId),
    index('audit_actor_kind').on(t.actorKind),
  ],
);

/** The chain's end, locked while an entry is added. */
export const auditHead = table('audit_head', {
  id: integer().primaryKey(),
  hash: text().notNull(),
});
