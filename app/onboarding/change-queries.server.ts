import { and, desc, eq, sql } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { vendorChanges } from '~db/schema/self-service';
import type { Reader } from '~db/store.server';

/** What a vendor proposed to change, what is open first. */
export async function changesOfVendor(reader: Reader, scope: Scope, vendorId: number) {
  return reader
    .select()
    .from(vendorChanges)
    .where(and(eq(vendorChanges.vendorId, vendorId), withinScope(scope, vendorChanges.vendorId)))
    .orderBy(
      sql`case when ${vendorChanges.state} = 'open' then 0 else 1 end`,
      desc(vendorChanges.proposedAt),
    )
    .limit(50);
}

/** One proposed change of a vendor, where the scope may see it. */
export async function findChange(reader: Reader, scope: Scope, vendorId: number, changeId: number) {
  const [row] = await reader
    .select()
    .from(vendorChanges)
    .where(
      and(
        eq(vendorChanges.id, changeId),
        eq(vendorChanges.vendorId, vendorId),
        withinScope(scope, vendorChanges.vendorId),
      ),
    );
  return row ?? null;
}
