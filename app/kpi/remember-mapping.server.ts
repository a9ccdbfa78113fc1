import { and, eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { record } from '~/audit/record.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { headerMappings } from '~db/schema/kpi';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { mappingSchema } from './mapping';

/** Remembers for a vendor how files with these headers are read. */
export async function rememberMapping(
  store: Store,
  act: Act,
  { vendorId, fingerprint, mapping }: { vendorId: number; fingerprint: string; mapping: unknown },
): Promise<Outcome> {
  const read = mappingSchema.safeParse(mapping);
  if (!read.success) {
    const [issue] = read.error.issues;
    return refused('mapping_invalid', { detail: issue?.message ?? '' }, issue?.path.join('.'));
  }
  return store.transact(async (tx) => {
    const [vendor] = await tx
      .select({ id: vendors.id })
      .from(vendors)
      .where(and(eq(vendors.id, vendorId), withinScope(act.scope, vendors.id)));
    if (!vendor) return refused('not_found');
    const kept = {
      mapping: read.data,
      changedAt: act.now.toISOString(),
      changedBy: personIdOf(act),
    };
    await tx
      .insert(headerMappings)
      .values({ vendorId, fingerprint, ...kept })
      .onConflictDoUpdate({
        target: [headerMappings.vendorId, headerMappings.fingerprint],
        set: kept,
      });
    await record(tx, act, {
      action: 'mapping.remembered',
      entity: 'vendor',
      entityId: vendorId,
      vendorId,
      after: { fingerprint, mapping: read.data },
    });
    return done();
  });
}
