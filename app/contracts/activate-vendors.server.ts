import { and, eq, inArray, lte } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { enterStatus } from '~/vendors/change-vendor-status.server';
import { contracts } from '~db/schema/contracts';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { isAgreed } from './agreed.server';
import { standingOn } from './contract';

/**
 * Lets vendors that were admitted become active on the day on which the first of their contracts comes into force, also
 * where that was signed ahead. A second run finds none.
 */
export async function activateVendors(store: Store, now: Date, asOf: string): Promise<number> {
  const act: Act = { actor: { kind: 'job', job: 'evaluate' }, now, scope: everything };
  return store.transact(async (tx) => {
    const rows = await tx
      .select({ contract: contracts, id: vendors.id, status: vendors.status })
      .from(contracts)
      .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
      .where(
        and(
          isAgreed,
          lte(contracts.startsOn, asOf),
          inArray(vendors.status, ['approved', 'conditional']),
        ),
      );
    const begun = new Map(
      rows
        .filter(({ contract }) => standingOn(contract, asOf) === 'in_force')
        .map(({ id, status }) => [id, { id, status }]),
    );
    if (begun.size > 0) await tx.lockRow('vendors', 'id', ...begun.keys());
    for (const vendor of begun.values()) await enterStatus(tx, act, vendor, 'active');
    return begun.size;
  });
}
