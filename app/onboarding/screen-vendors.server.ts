import { createHash } from 'node:crypto';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { recordAll } from '~/audit/record.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { sanctionsLists, screeningHits, screenings } from '~db/schema/screening';
import { subcontractors } from '~db/schema/self-service';
import { vendors } from '~db/schema/vendors';
import type { Reader, Store, Tx } from '~db/store.server';
import { findSanctioned, type FoundHit, type ScreenedSubject } from './find-sanctioned.server';

const VENDORS_AT_ONCE = 500;

export type ScreeningCounts = { vendorsScreened: number; hitsFound: number; hitsGone: number };

/**
 * Screens every vendor whose names, or a list in use, changed since it was last screened; the others are left alone, so
 * that a second run does nothing. Decisions stand as long as name and entry stay the same.
 */
export async function screenVendors(store: Store, act: Act): Promise<ScreeningCounts> {
  const counts = { vendorsScreened: 0, hitsFound: 0, hitsGone: 0 };
  const lists = await listsInUse(store.read);
  if (lists === null) return counts;
  for (let last = 0; ;) {
    const rows = await vendorsAfter(store.read, last);
    const due = rows.filter((row) => row.screened !== fingerprintOf(lists, row.subjects));
    if (due.length > 0) {
      const done = await store.transact((tx) => screen(tx, act, lists, due));
      counts.vendorsScreened += due.length;
      counts.hitsFound += done.hitsFound;
      counts.hitsGone += done.hitsGone;
    }
    const next = rows.at(-1)?.id;
    if (next === undefined || rows.length < VENDORS_AT_ONCE) return counts;
    last = next;
  }
}

/** Screens one vendor now, whether anything changed or not; refused where no list has been loaded. */
export async function screenVendor(
  store: Store,
  act: Act,
  vendorId: number,
): Promise<Outcome<ScreeningCounts>> {
  return store.transact(async (tx) => {
    const lists = await listsInUse(tx);
    if (lists === null) return refused('sanctions_no_list');
    const [row] = await vendorsWhere(
      tx,
      and(eq(vendors.id, vendorId), withinScope(act.scope, vendors.id)),
    );
    if (!row) return refused('not_found');
    return done({ vendorsScreened: 1, ...(await screen(tx, act, lists, [row])) });
  });
}

type ScreenedVendor = {
  id: number;
  screened: string | null;
  subjects: ScreenedSubject[];
};

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

function fingerprintOf(lists: string, subjects: readonly ScreenedSubject[]): string {
  return hash([lists, subjects]);
}

async function listsInUse(reader: Reader): Promise<string | null> {
  const rows = await reader
    .select({ id: sanctionsLists.id })
    .from(sanctionsLists)
    .where(eq(sanctionsLists.state, 'in_use'))
    .orderBy(asc(sanctionsLists.id));
  return rows.length === 0 ? null : hash(rows.map(({ id }) => id));
}

function vendorsAfter(reader: Reader, last: number): Promise<ScreenedVendor[]> {
  return vendorsWhere(reader, gt(vendors.id, last));
}

/** Vendors by their keys, with all names under which they are known. */
async function vendorsWhere(
  reader: Reader,
  condition: ReturnType<typeof and>,
): Promise<ScreenedVendor[]> {
  const rows = await reader
    .select({
      id: vendors.id,
      name: vendors.name,
      formerNames: vendors.formerNames,
      country: vendors.country,
      parentId: vendors.parentId,
      screened: screenings.fingerprint,
    })
    .from(vendors)
    .leftJoin(screenings, eq(screenings.vendorId, vendors.id))
    .where(condition)
    .orderBy(asc(vendors.id))
    .limit(VENDORS_AT_ONCE);
  const parents = await namesOf(
    reader,
    rows.flatMap(({ parentId }) => parentId ?? []),
  );
  const theirs = await subcontractorsOf(
    reader,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, name, formerNames, country, parentId, screened }) => {
    const parent = parentId === null ? undefined : parents.get(parentId);
    return {
      id,
      screened,
      subjects: [
        { kind: 'name' as const, name, country },
        ...formerNames.map((former) => ({ kind: 'former_name' as const, name: former, country })),
        ...(parent ? [{ kind: 'parent' as const, ...parent }] : []),
        ...(theirs.get(id) ?? []),
      ],
    };
  });
}

async function subcontractorsOf(reader: Reader, vendorIds: readonly number[]) {
  const byVendor = new Map<number, ScreenedSubject[]>();
  if (vendorIds.length === 0) return byVendor;
  const rows = await reader
    .select()
    .from(subcontractors)
    .where(inArray(subcontractors.vendorId, [...vendorIds]))
    .orderBy(asc(subcontractors.name), asc(subcontractors.id));
  for (const { vendorId, name, country } of rows)
    byVendor.set(vendorId, [
      ...(byVendor.get(vendorId) ?? []),
      { kind: 'subcontractor', name, country },
    ]);
  return byVendor;
}

async function namesOf(reader: Reader, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, { name: string; country: string | null }>();
  const rows = await reader
    .select({ id: vendors.id, name: vendors.name, country: vendors.country })
    .from(vendors)
    .where(inArray(vendors.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

async function screen(
  tx: Tx,
  act: Act,
  lists: string,
  due: readonly ScreenedVendor[],
): Promise<{ hitsFound: number; hitsGone: number }> {
  const found = await findSanctioned(
    tx,
    due.flatMap(({ id: vendorId, subjects }) =>
      subjects.map((subject) => ({ ...subject, vendorId })),
    ),
  );
  const result = await keepHits(
    tx,
    act,
    due.map(({ id }) => id),
    found,
  );
  const counted = new Map<number, number>();
  for (const { vendorId } of found) counted.set(vendorId, (counted.get(vendorId) ?? 0) + 1);
  const screenedAt = act.now.toISOString();
  await tx.insertMany(
    screenings,
    due.map(({ id: vendorId, subjects }) => ({
      vendorId,
      fingerprint: fingerprintOf(lists, subjects),
      screenedAt,
      hitCount: counted.get(vendorId) ?? 0,
    })),
    { keys: ['vendorId'], set: ['fingerprint', 'screenedAt', 'hitCount'] },
  );
  return result;
}

const placeOf = (
  hit: Pick<FoundHit, 'vendorId' | 'source' | 'reference' | 'subject' | 'subjectName'>,
) => [hit.vendorId, hit.source, hit.reference, hit.subject, hit.subjectName].join('\n');

/** New hits are opened, those that changed are opened again, those no longer found are closed; the rest stays. */
async function keepHits(tx: Tx, act: Act, vendorIds: number[], found: readonly FoundHit[]) {
  const known = await tx
    .select()
    .from(screeningHits)
    .where(inArray(screeningHits.vendorId, vendorIds));
  const before = new Map(known.map((hit) => [placeOf(hit), hit]));
  const foundPlaces = new Set(found.map(placeOf));
  const fresh = found
    .filter((hit) => !before.has(placeOf(hit)))
    .map((hit) => ({
      id: randomId(),
      ...hit,
      fingerprint: hash([hit.subjectName, hit.entry.name, hit.entry.aliases, hit.entry.countries]),
      state: 'open' as const,
      foundAt: act.now.toISOString(),
    }));
  const again = found.flatMap((hit) => {
    const old = before.get(placeOf(hit));
    const fingerprint = hash([
      hit.subjectName,
      hit.entry.name,
      hit.entry.aliases,
      hit.entry.countries,
    ]);
    if (!old || (old.fingerprint === fingerprint && old.state !== 'gone')) return [];
    const { entry, score, reasons } = hit;
    return [{ id: old.id, entry, score, reasons, fingerprint, state: 'open' as const }];
  });
  const gone = known.filter((hit) => hit.state !== 'gone' && !foundPlaces.has(placeOf(hit)));
  await tx.insertMany(screeningHits, fresh);
  await tx.updateMany(
    screeningHits,
    { by: ['id'], set: ['entry', 'score', 'reasons', 'fingerprint', 'state'] },
    again,
  );
  await tx.updateMany(
    screeningHits,
    { by: ['id'], set: ['state'] },
    gone.map(({ id }) => ({ id, state: 'gone' as const })),
  );
  const opened = [...fresh, ...again.map((hit) => ({ ...hit, ...vendorOf(known, hit.id) }))];
  await recordAll(
    tx,
    act,
    opened.map(({ id, vendorId, score, entry }) => ({
      action: 'hit.opened',
      entity: 'hit',
      entityId: id,
      vendorId,
      after: { name: entry.matched, score },
    })),
  );
  return { hitsFound: opened.length, hitsGone: gone.length };
}

function vendorOf(known: readonly { id: number; vendorId: number }[], hitId: number) {
  return { vendorId: known.find(({ id }) => id === hitId)?.vendorId ?? null };
}
