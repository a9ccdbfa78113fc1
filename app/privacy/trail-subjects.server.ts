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

/** Contacts of our side, at any vendor, that were taken off while they had the address. */
export async function removedContactsOfOurs(reader: Reader, email: string): Promise<Subject[]> {
  const { entity, entityId, before, after } = auditEntries;
  const removed = await reader
    .select({ entity, entityId, before, after })
    .from(auditEntries)
    .where(eq(auditEntries.action, 'contact.removed'));
  const ours = removed.filter((entry) => sideOf(entry.before) === 'ours');
  const entries = await unsealEntries(
    reader,
    ours.map((entry) => ({ ...entry, address: null })),
  );
  return entries
    .filter((entry) => hasAddress(entry.before, email))
    .map((entry) => ({ entity: entry.entity, entityId: entry.entityId }));
}

function sideOf(part: unknown): unknown {
  return part !== null && typeof part === 'object' && 'side' in part ? part.side : null;
}

function hasAddress(part: unknown, email: string): boolean {
  if (part === null || typeof part !== 'object' || !('email' in part)) return false;
  return String(part.email).toLowerCase() === email.toLowerCase();
}

function names(entity: string, part: unknown, { name, email }: Named): boolean {
  if (part === null || typeof part !== 'object') return false;
  if (entity === 'contact') return email !== null && hasAddress(part, email);
  const said = part as Record<string, unknown>;
  return markedFields(entity).some((field) => said[field] === name || said[field] === email);
}
