import { sql, type SQL } from 'drizzle-orm';
import { corporateGroup, type VendorStatus } from '~/vendors/vendor';
import type { Reader } from '~db/store.server';
import type { Firm } from './candidate';

export type FirmWithStatus = Firm & { status: VendorStatus };

type Row = {
  id: number;
  code: string;
  name: string;
  country: string | null;
  parentId: number | null;
  status: VendorStatus;
};

/**
 * The vendors that a statement names by their keys, each with its corporate group, in one query: their parents up to
 * the topmost are read along, and are in the map as well.
 */
export async function loadFirms(reader: Reader, ids: SQL): Promise<Map<number, FirmWithStatus>> {
  const rows = await reader.rows<Row>(sql`
    with recursive firms(id) as (
      select id from vendors where id in (${ids})
      union
      select vendors.parent_id from vendors join firms on vendors.id = firms.id
      where vendors.parent_id is not null
    )
    select id, code, name, country, status, parent_id as "parentId"
    from vendors where id in (select id from firms)`);
  const parentOf = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
  return new Map(
    rows.map(({ id, code, name, country, status }) => {
      const groupId = corporateGroup(id, parentOf);
      return [
        id,
        { id, code, name, country, status, groupId, groupName: nameOf.get(groupId) ?? name },
      ];
    }),
  );
}
