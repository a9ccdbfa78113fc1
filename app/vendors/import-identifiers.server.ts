import { and, eq, inArray } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import type { Change } from '~/audit/entry';
import { recordAll } from '~/audit/record.server';
import { chunks, keyOf } from '~/shared/chunks';
import { vendorIdentifiers } from '~db/schema/identifiers';
import { vendors } from '~db/schema/vendors';
import type { Reader, Tx } from '~db/store.server';
import { identifierKey, identifiersOfRow, type VendorRow } from './vendor-file';

/** Who holds the numbers that a file names. */
export async function holdersOf(tx: Reader, rows: readonly VendorRow[]) {
  const holders = new Map<string, { vendorId: number; code: string; name: string }>();
  const named = rows.flatMap((row) => identifiersOfRow(row).map(({ value }) => value));
  for (const values of chunks(named)) {
    const found = await tx
      .select({
        kind: vendorIdentifiers.kind,
        value: vendorIdentifiers.value,
        vendorId: vendors.id,
        code: vendors.code,
        name: vendors.name,
      })
      .from(vendorIdentifiers)
      .innerJoin(vendors, eq(vendors.id, vendorIdentifiers.vendorId))
      .where(and(inArray(vendorIdentifiers.value, values), eq(vendorIdentifiers.standing, 'held')));
    for (const { kind, value, ...holder } of found)
      holders.set(identifierKey({ kind, value }), holder);
  }
  return holders;
}

/** The numbers of every row that its vendor does not have yet; how many were added. */
export async function identify(
  tx: Tx,
  act: Act,
  rows: readonly VendorRow[],
  vendorIds: ReadonlyMap<string, number>,
): Promise<number> {
  const enteredAt = act.now.toISOString();
  const named = rows.flatMap((row) =>
    identifiersOfRow(row).map((identifier) => ({
      ...identifier,
      vendorId: keyOf(vendorIds, row.code),
      enteredAt,
    })),
  );
  const changes: Change[] = [];
  for (const chunk of chunks(named)) {
    const added = await tx
      .insert(vendorIdentifiers)
      .values(chunk)
      .onConflictDoNothing()
      .returning();
    changes.push(
      ...added.map(({ id, vendorId, kind, value, country }) => ({
        action: 'identifier.added',
        entity: 'identifier',
        entityId: id,
        vendorId,
        after: { kind, value, country },
      })),
    );
  }
  await recordAll(tx, act, changes);
  return changes.length;
}
