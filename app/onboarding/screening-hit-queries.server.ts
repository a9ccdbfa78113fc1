import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { holdsText } from '~/shared/holds-text.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { people } from '~db/schema/auth';
import { sanctionsLists, screeningHits, screenings } from '~db/schema/screening';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { hitStates, hitSubjects } from './screening-hit';

type Sort = 'score' | 'found';
type Filter = 'state' | 'subject' | 'source' | 'vendor';
export type HitListQuery = ListQuery<Sort, Filter>;

export const hitListSpec: ListSpec<Sort, Filter> = {
  sorts: ['score', 'found'],
  defaultSort: '-score',
  filters: { state: hitStates, subject: hitSubjects, source: 'any', vendor: 'any' },
};

const decider = { name: people.name };

/** A hit within the scope, with the vendor's names. */
export async function findHit(reader: Reader, scope: Scope, hitId: number) {
  const [row] = await reader
    .select({ hit: screeningHits, vendorName: vendors.name, decider })
    .from(screeningHits)
    .innerJoin(vendors, eq(vendors.id, screeningHits.vendorId))
    .leftJoin(people, eq(people.id, screeningHits.decidedBy))
    .where(and(eq(screeningHits.id, hitId), hitsWithin(scope)));
  return row
    ? { ...row.hit, vendorName: row.vendorName, decider: row.decider?.name ?? null }
    : null;
}

/** Insiders see the hits of vendors within their reach; a vendor never learns of one. */
function hitsWithin(scope: Scope): SQL {
  return scope.kind === 'vendor' ? sql`1 = 0` : withinScope(scope, screeningHits.vendorId);
}

/** A page of the hits: those still open first where nothing else is asked. */
export async function listHits(
  reader: Reader,
  scope: Scope,
  query: HitListQuery,
  window: { offset: number; limit: number } = pageWindow(query),
) {
  const by = query.dir === 'asc' ? asc : desc;
  const column = query.sort === 'found' ? screeningHits.foundAt : screeningHits.score;
  return reader
    .select({
      id: screeningHits.id,
      state: screeningHits.state,
      subject: screeningHits.subject,
      subjectName: screeningHits.subjectName,
      source: screeningHits.source,
      reference: screeningHits.reference,
      entry: screeningHits.entry,
      score: screeningHits.score,
      reasons: screeningHits.reasons,
      foundAt: screeningHits.foundAt,
      decidedAt: screeningHits.decidedAt,
      reason: screeningHits.reason,
      vendorId: vendors.id,
      vendorName: vendors.name,
      decider: people.name,
    })
    .from(screeningHits)
    .innerJoin(vendors, eq(vendors.id, screeningHits.vendorId))
    .leftJoin(people, eq(people.id, screeningHits.decidedBy))
    .where(hitCondition(scope, query))
    .orderBy(by(column), by(screeningHits.id))
    .limit(window.limit)
    .offset(window.offset);
}

export async function countHits(reader: Reader, scope: Scope, query: HitListQuery) {
  const [row] = await reader
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(screeningHits)
    .innerJoin(vendors, eq(vendors.id, screeningHits.vendorId))
    .where(hitCondition(scope, query));
  return row?.count ?? 0;
}

function hitCondition(scope: Scope, { filters, search }: HitListQuery) {
  const states = hitStates.filter((state) => filters.state.includes(state));
  const subjects = hitSubjects.filter((subject) => filters.subject.includes(subject));
  return and(
    hitsWithin(scope),
    states.length > 0 ? inArray(screeningHits.state, states) : undefined,
    subjects.length > 0 ? inArray(screeningHits.subject, subjects) : undefined,
    filters.source.length > 0 ? inArray(screeningHits.source, filters.source) : undefined,
    filters.vendor.length > 0 ? inArray(vendors.code, filters.vendor) : undefined,
    holdsText(search, sql`${vendors.name} || ' ' || ${screeningHits.subjectName}`),
  );
}

/** Hits of a vendor that a person has to decide, and those decided to be the vendor. */
export async function standingHits(reader: Reader, vendorId: number) {
  const rows = await reader
    .select({ state: screeningHits.state, count: sql<number>`count(*)`.mapWith(Number) })
    .from(screeningHits)
    .where(
      and(eq(screeningHits.vendorId, vendorId), inArray(screeningHits.state, ['open', 'same'])),
    )
    .groupBy(screeningHits.state);
  const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  return { open: count('open'), same: count('same') };
}

/** Whether lists are in use against which the vendor was never held. */
export async function isScreeningMissing(reader: Reader, vendorId: number): Promise<boolean> {
  const inUse = await reader.$count(sanctionsLists, eq(sanctionsLists.state, 'in_use'));
  return inUse > 0 && (await lastScreening(reader, vendorId)) === null;
}

/** When a vendor that the reader has found was last screened. */
export async function lastScreening(reader: Reader, vendorId: number) {
  const [row] = await reader.select().from(screenings).where(eq(screenings.vendorId, vendorId));
  return row ?? null;
}

/** The lists that have been loaded, the latest first. */
export async function loadedLists(reader: Reader) {
  return reader
    .select({
      id: sanctionsLists.id,
      source: sanctionsLists.source,
      listedOn: sanctionsLists.listedOn,
      state: sanctionsLists.state,
      entryCount: sanctionsLists.entryCount,
      note: sanctionsLists.note,
      loadedAt: sanctionsLists.loadedAt,
      loadedBy: people.name,
    })
    .from(sanctionsLists)
    .leftJoin(people, eq(people.id, sanctionsLists.loadedBy))
    .orderBy(desc(sanctionsLists.loadedAt))
    .limit(100);
}
