import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { contracts } from '~db/schema/contracts';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { contractsWithin } from './agreed.server';
import { hasNotEnded } from './standing.server';

/** The contracts within the scope that have not ended by a day: those that a standard can still be applied to. */
export async function contractsToFollow(reader: Reader, scope: Scope, today: string) {
  return reader
    .select({ id: contracts.id, number: contracts.number, vendorName: vendors.name })
    .from(contracts)
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(and(contractsWithin(scope), hasNotEnded(today)))
    .orderBy(asc(contracts.number));
}

/** Contracts within the scope by their keys, in the order of their numbers. */
export async function contractsByIds(reader: Reader, scope: Scope, ids: readonly number[]) {
  if (ids.length === 0) return [];
  const rows = await reader
    .select({ contract: contracts, vendorCode: vendors.code, vendorName: vendors.name })
    .from(contracts)
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(and(inArray(contracts.id, [...ids]), contractsWithin(scope)))
    .orderBy(asc(contracts.number));
  return rows.map(({ contract, ...vendor }) => ({ ...contract, ...vendor }));
}
