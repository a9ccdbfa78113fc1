import { and, eq, inArray } from 'drizzle-orm';
import { unsealEntries } from '~/audit/sealed-entries.server';
import { auditEntries } from '~db/schema/audit';
import type { Reader } from '~db/store.server';
import { markedFields } from './marking';
import { subjectName, type Subject } from './subject-keys.server';

/** Somebody at one vendor. Names are compared whole, as they were entered; addresses whatever their capitals. */
export type Named = { vendorId: number; name: string; email: string | null };

const kinds = ['contact', 'certificate', 'vendor_change', 'action', 'excusal'] as const;

/**
 * The vendor's records of which the audit trail says that they were this somebody's: contacts under the address, and fields
 * that held the name alone. Records that were taken out since are among them.
 */
export async function subjectsNaming(reader: Reader, who: Named): Promise<Subject[]> {
  const { entity, entityId, before, after, vendorId } = auditEntries;
  const rows = await reader
    .select({ entity, entityId, before, after })
    .from(auditEntries)
    .where(and(eq(vendorId, who.vendorId), inArray(entity, [...kinds])));
  const entries = await unsealEntries(
    reader,
    rows.map((row) => ({ ...row, address: null })),
  );
  const found = entries.filter((entry) =>
    [entry.before, entry.after].some((part) => names(entry.entity, part, who)),
  );
  return [...new Map(found.map((entry) => [subjectName(entry), entry])).values()].map(
    (subject) => ({ entity: subject.entity, entityId: subject.entityId }),
  );
}

function names(entity: string, part: unknown, { name, email }: Named): boolean {
  if (part === null || typeof part !== 'object') return false;
  const said = part as Record<string, unknown>;
  if (entity === 'contact')
    return email !== null && String(said['email']).toLowerCase() === email.toLowerCase();
  return markedFields(entity).some((field) => said[field] === name || said[field] === email);
}
