import type { Act } from '~/auth/act';
import type { Change } from '~/audit/entry';
import { recordAll } from '~/audit/record.server';
import { chunks, keyOf } from '~/shared/chunks';
import { inCapitals } from '~/shared/fields';
import { fault, type RowFault } from '~/shared/register-file';
import { randomId } from '~db/columns';
import { markets } from '~db/schema/markets';
import { offerings, services, vendors } from '~db/schema/vendors';
import type { Reader, Store, Tx } from '~db/store.server';
import { holdersOf, identify } from './import-identifiers.server';
import { listCodes } from './list-codes.server';
import {
  checkVendorRows,
  readVendorFile,
  unlistedCodes,
  type VendorImport,
  type VendorRegister,
  type VendorRow,
} from './vendor-file';

export type VendorImportAnswer =
  { ok: true; value: VendorImport } | { ok: false; faults: RowFault[] };

/**
 * Takes vendors from a file: new ones are entered, known ones (by code) brought to what the file says, and what they offer
 * is added. With `create`, services and markets that are not there yet are added under the root. All rows or none.
 */
export async function importVendors(
  store: Store,
  act: Act,
  text: string,
  { create }: { create: boolean },
): Promise<VendorImportAnswer> {
  const file = readVendorFile(text);
  return store.transact((tx) => importChecked(tx, act, file, create));
}

/** The same of a file that was read, in the transaction of whoever calls. */
export async function importChecked(
  tx: Tx,
  act: Act,
  file: VendorFile,
  create: boolean,
): Promise<VendorImportAnswer> {
  const checked = await checkedVendors(tx, act, file, create);
  if (!checked.ok) return checked;
  const { rows } = file;
  const register = checked.value;
  const added = unlistedCodes(rows, register);
  const listed = await listCodes(tx, act, added);
  const kept = await keepVendors(tx, act, rows, register.vendors);
  const offered = await offer(tx, act, rows, kept.ids, {
    services: new Map([...register.services, ...listed.services]),
    markets: new Map([...register.markets, ...listed.markets]),
  });
  const identified = await identify(tx, act, rows, kept.ids);
  return {
    ok: true,
    value: { ...kept.counts, ...added, offerings: offered, identifiers: identified },
  };
}

/** What the portal knows of a file's vendors, or everything that keeps the file from being taken, without taking it. */
async function checkedVendors(
  reader: Reader,
  act: Act,
  { rows, faults }: VendorFile,
  create: boolean,
) {
  if (faults.length > 0) return { ok: false as const, faults };
  const register = await readRegister(reader, rows);
  const wrong = whatStandsAgainst(act, rows, register, create);
  return wrong.length > 0
    ? { ok: false as const, faults: wrong }
    : { ok: true as const, value: register };
}

/**
 * A file reaches every vendor, so whoever sends one must too. On the command line it may set any status; from a page it
 * can't: that would let a vendor in without a second person.
 */
function whatStandsAgainst(
  act: Act,
  rows: readonly VendorRow[],
  register: VendorRegister,
  mayAdd: boolean,
): RowFault[] {
  if (act.scope.kind !== 'everything') return [fault(null, null, 'import_out_of_reach')];
  const maySetStatus = act.actor.kind === 'command';
  return checkVendorRows(rows, register, { mayAdd, maySetStatus });
}

type VendorFile = ReturnType<typeof readVendorFile>;
type KnownVendor = Awaited<ReturnType<typeof knownVendors>>[number];

async function readRegister(tx: Reader, rows: readonly VendorRow[]) {
  const known = await knownVendors(tx);
  const serviceRows = await tx.select({ id: services.id, code: services.code }).from(services);
  const marketRows = await tx.select({ id: markets.id, code: markets.code }).from(markets);
  const byCode = (rows: { id: number; code: string }[]) =>
    new Map(rows.map(({ id, code }) => [code, id]));
  return {
    vendors: new Map(known.map((vendor) => [inCapitals(vendor.code), vendor])),
    services: byCode(serviceRows),
    markets: byCode(marketRows),
    holders: await holdersOf(tx, rows),
  };
}

async function knownVendors(tx: Reader) {
  return tx
    .select({
      id: vendors.id,
      code: vendors.code,
      name: vendors.name,
      formerNames: vendors.formerNames,
      country: vendors.country,
      parentId: vendors.parentId,
      status: vendors.status,
    })
    .from(vendors);
}

async function keepVendors(
  tx: Tx,
  act: Act,
  rows: readonly VendorRow[],
  known: ReadonlyMap<string, KnownVendor>,
) {
  const ids = new Map([...known].map(([code, { id }]) => [code, id]));
  for (const { code } of rows) if (!ids.has(code)) ids.set(code, randomId());
  const counts = { created: 0, changed: 0, unchanged: 0 };
  const kept: (typeof vendors.$inferInsert)[] = [];
  const changes: Change[] = [];
  for (const row of rows) {
    const id = keyOf(ids, row.code);
    const before = known.get(row.code);
    const after = { code: row.code, ...wanted(row, before, ids) };
    if (before && same(before, after)) {
      counts.unchanged += 1;
      continue;
    }
    counts[before ? 'changed' : 'created'] += 1;
    kept.push({ id, ...after, createdAt: act.now.toISOString() });
    changes.push({
      action: before ? 'vendor.amended' : 'vendor.registered',
      entity: 'vendor',
      entityId: id,
      vendorId: id,
      before: before ?? null,
      after,
    });
  }
  await tx.insertMany(vendors, kept, {
    keys: ['id'],
    set: ['name', 'formerNames', 'country', 'parentId', 'status'],
  });
  await recordAll(tx, act, changes);
  return { ids, counts };
}

/** A vendor as the file wants it: what a cell leaves blank stays as it is. */
function wanted(row: VendorRow, before: KnownVendor | undefined, ids: ReadonlyMap<string, number>) {
  const formerNames = [...(before?.formerNames ?? []), ...row.former_name];
  if (before && before.name !== row.name) formerNames.push(before.name);
  return {
    name: row.name,
    formerNames: [...new Set(formerNames)].filter((name) => name !== row.name),
    country: row.country ?? before?.country ?? null,
    parentId: row.parent === null ? (before?.parentId ?? null) : (ids.get(row.parent) ?? null),
    status: row.status ?? before?.status ?? ('prospect' as const),
  };
}

function same(before: KnownVendor, after: ReturnType<typeof wanted>): boolean {
  return (
    before.name === after.name &&
    before.country === after.country &&
    before.parentId === after.parentId &&
    before.status === after.status &&
    before.formerNames.join('\n') === after.formerNames.join('\n')
  );
}

/** Every service of a row in every one of its markets, where that is not offered yet; how many were added. */
async function offer(
  tx: Tx,
  act: Act,
  rows: readonly VendorRow[],
  vendorIds: ReadonlyMap<string, number>,
  listed: { services: ReadonlyMap<string, number>; markets: ReadonlyMap<string, number> },
): Promise<number> {
  const wantedOfferings = rows.flatMap((row) =>
    row.services.flatMap((service) =>
      row.markets.map((market) => ({
        vendorId: keyOf(vendorIds, row.code),
        serviceId: keyOf(listed.services, service),
        marketId: keyOf(listed.markets, market),
      })),
    ),
  );
  const changes: Change[] = [];
  for (const chunk of chunks(wantedOfferings)) {
    const added = await tx.insert(offerings).values(chunk).onConflictDoNothing().returning();
    changes.push(
      ...added.map(({ id, vendorId, serviceId, marketId }) => ({
        action: 'offering.added',
        entity: 'offering',
        entityId: id,
        vendorId,
        after: { serviceId, marketId },
      })),
    );
  }
  await recordAll(tx, act, changes);
  return changes.length;
}
