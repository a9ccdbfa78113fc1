import { sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { people } from '~db/schema/auth';

/** Whether a person speaks for a vendor: who brought a report may have been one of the vendor's people or of ours. */
export function isOfVendor(personId: SQL): SQL {
  return sql`exists (select 1 from ${people}
    where ${people.id} = ${personId} and ${people.vendorId} is not null)`;
}

/** Whether the reader's own firm brought the report: nobody takes back what others sent. */
export function isBroughtBy(
  { senderVendorId }: { senderVendorId: number | null },
  scope: Scope,
): boolean {
  return scope.kind === 'vendor' && senderVendorId === scope.vendorId;
}

/** Whether the reader's own side brought the report: the vendor's people, or any of ours. */
export function isOfOwnSide(report: { senderVendorId: number | null }, scope: Scope): boolean {
  return scope.kind === 'vendor' ? isBroughtBy(report, scope) : report.senderVendorId === null;
}
