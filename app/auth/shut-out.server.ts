import { sql, type SQL } from 'drizzle-orm';
import { auditEntries } from '~db/schema/audit';
import { people } from '~db/schema/auth';

/**
 * Whether an administrator shut a person out and none has let the person in again since: inactive alone does not say so, as
 * whose invitation was revoked is inactive too. Use where `people` is read.
 */
export const isShutOut: SQL<boolean> = sql<boolean>`coalesce((
  select ${auditEntries.action} from ${auditEntries}
  where ${auditEntries.entity} = 'person' and ${auditEntries.entityId} = cast(${people.id} as text)
    and ${auditEntries.action} in ('person.deactivated', 'person.reactivated')
  order by ${auditEntries.sequence} desc limit 1
), '') = 'person.deactivated'`.mapWith(Boolean);
