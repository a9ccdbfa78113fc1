import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { enterStatus } from '~/vendors/change-vendor-status.server';
import { contracts } from '~db/schema/contracts';
import { vendors } from '~db/schema/vendors';
import type { Reader, Store } from '~db/store.server';
import { isAgreed } from './agreed.server';
import { standingOn } from './contract';

/**
 * Lets vendors that were admitted become active on the day on which the first of their contracts comes into force, also
 * where that was signed ahead. A second run finds none.
 */
export async function activateVendors(store: Store, now: Date, asOf: string): Promise<number> {
  const act: Act = { actor: { kind: 'job', job: 'evaluate' }, now, scope: everything };
  return store.transact(async (tx) => {
    const seen = await vendorsBegun(tx, asOf);
    if (seen.length === 0) return 0;
    await tx.lockRow('vendors', 'id', ...seen.map(({ id }) => id));
    // Somebody may have changed them until they were locked: only what is still so counts.
    const locked = new Set(seen.map(({ id }) => id));
    const begun = (await vendorsBegun(tx, asOf)).filter(({ id }) => locked.has(id));
    for (const vendor of begun) await enterStatus(tx, act, vendor, 'active');
    return begun.length;
  });
}

/** The admitted vendors with a contract in force on a day, in the order of their ids. */
async function vendorsBegun(reader: Reader, asOf: string) {
  const rows = await reader
    .select({ contract: contracts, id: vendors.id, status: vendors.status })
    .from(contracts)
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(
      and(
        isAgreed,
        lte(contracts.startsOn, asOf),
        inArray(vendors.status, ['approved', 'conditional']),
      ),
    )
    .orderBy(asc(vendors.id));
  const begun = rows.filter(({ contract }) => standingOn(contract, asOf) === 'in_force');
  return [...new Map(begun.map(({ id, status }) => [id, { id, status }])).values()];
}
