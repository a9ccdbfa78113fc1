import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { vendorIdentifiers } from '~db/schema/identifiers';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

/**
 * A vendor's numbers by kind. `rivals` are the vendors that entered the same number, as far as an insider sees them; the
 * vendor's own people are told of none.
 */
export async function identifiersOfVendor(reader: Reader, scope: Scope, vendorId: number) {
  const rows = await reader
    .select({
      id: vendorIdentifiers.id,
      kind: vendorIdentifiers.kind,
      value: vendorIdentifiers.value,
      country: vendorIdentifiers.country,
    })
    .from(vendorIdentifiers)
    .where(
      and(eq(vendorIdentifiers.vendorId, vendorId), withinScope(scope, vendorIdentifiers.vendorId)),
    )
    .orderBy(asc(vendorIdentifiers.kind), asc(vendorIdentifiers.value));
  const rivals = await rivalsOf(
    reader,
    scope,
    vendorId,
    rows.map(({ value }) => value),
  );
  return rows.map((row) => ({
    ...row,
    rivals: rivals.filter(({ kind, value }) => kind === row.kind && value === row.value),
  }));
}

async function rivalsOf(reader: Reader, scope: Scope, vendorId: number, values: string[]) {
  if (scope.kind === 'vendor' || values.length === 0) return [];
  return reader
    .select({
      kind: vendorIdentifiers.kind,
      value: vendorIdentifiers.value,
      vendorId: vendors.id,
      name: vendors.name,
    })
    .from(vendorIdentifiers)
    .innerJoin(vendors, eq(vendors.id, vendorIdentifiers.vendorId))
    .where(
      and(
        inArray(vendorIdentifiers.value, values),
        ne(vendorIdentifiers.vendorId, vendorId),
        withinScope(scope, vendorIdentifiers.vendorId),
      ),
    );
}
