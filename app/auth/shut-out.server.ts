import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { auditEntries } from '~db/schema/audit';

/**
 * Whether an administrator shut a person out and none has let the person in again since: inactive alone does not say so, as
 * whose invitation was revoked is inactive too. `person` is the column of the id, or the id.
 */
export function isShutOut(person: AnyColumn | number): SQL<boolean> {
  const id = typeof person === 'number' ? sql`${String(person)}` : sql`cast(${person} as text)`;
  return sql<boolean>`coalesce((
    select ${auditEntries.action} from ${auditEntries}
    where ${auditEntries.entity} = 'person' and ${auditEntries.entityId} = ${id}
      and ${auditEntries.action} in ('person.deactivated', 'person.reactivated')
    order by ${auditEntries.sequence} desc limit 1
  ), '') = 'person.deactivated'`.mapWith(Boolean);
}
