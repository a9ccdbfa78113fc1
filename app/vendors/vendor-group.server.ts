import { sql } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Reader } from '~db/store.server';
import { findVendorByCode } from './vendor-queries.server';

/**
 * The key of the parent named by its code, null for none. Refused: a code that nobody has (`vendor_unknown`), and a parent
 * that belongs to the vendor itself (`vendor_group_cycle`).
 */
export async function parentOf(
  reader: Reader,
  scope: Scope,
  vendorId: number | null,
  parentCode: string | null,
): Promise<Outcome<number | null>> {
  if (parentCode === null) return done(null);
  const parent = await findVendorByCode(reader, scope, parentCode);
  if (!parent) return refused('vendor_unknown', { value: parentCode }, 'parent');
  const owners = await groupAbove(reader, parent.id);
  return vendorId !== null && owners.includes(vendorId)
    ? refused('vendor_group_cycle', { value: parentCode }, 'parent')
    : done(parent.id);
}

/** The vendor and everyone above it in its corporate group. */
async function groupAbove(reader: Reader, vendorId: number): Promise<number[]> {
  const rows = await reader.rows<{ id: number }>(sql`
    with recursive above(id) as (
      select id from vendors where id = ${vendorId}
      union
      select vendors.parent_id from vendors join above on vendors.id = above.id
      where vendors.parent_id is not null
    )
    select id from above`);
  return rows.map(({ id }) => Number(id));
}
