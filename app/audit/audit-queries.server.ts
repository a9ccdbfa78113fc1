import { and, asc, desc, eq, gte, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import type { ActorKind } from './entry';
import { unsealEntries } from './sealed-entries.server';
import { withinScope } from '~/auth/scope.server';
import { countListed } from '~/shared/count-listed.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { firstDay, parsePeriod, periodOfDate, periodsBetween, type Period } from '~/shared/period';
import { auditEntries } from '~db/schema/audit';
import { people } from '~db/schema/auth';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

type Filter = 'actor' | 'action' | 'entity' | 'record' | 'month';
export type AuditQuery = ListQuery<'at', Filter>;

/**
 * What the audit trail may be asked for: a person's id, or `job` or `command`; an action, a kind of record, a record's id,
 * and months (`2024-01`, in UTC).
 */
export const auditListSpec: ListSpec<'at', Filter> = {
  sorts: ['at'],
  defaultSort: '-at',
  filters: { actor: 'any', action: 'any', entity: 'any', record: 'any', month: 'any' },
};

/** Who acted, by what a person is called today; goes with a join of `people`. */
const actorColumns = {
  actor: auditEntries.actor,
  actorKind: auditEntries.actorKind,
  personId: auditEntries.personId,
  actorName: people.name,
};

/** A page of the audit trail within the scope; its vendor is the one that an entry speaks of. */
export async function listAudit(
  reader: Reader,
  scope: Scope,
  query: AuditQuery,
  window: { offset: number; limit: number } = pageWindow(query),
) {
  const order = query.dir === 'asc' ? asc : desc;
  const rows = await reader
    .select({
      sequence: auditEntries.sequence,
      at: auditEntries.at,
      ...actorColumns,
      address: auditEntries.address,
      action: auditEntries.action,
      entity: auditEntries.entity,
      entityId: auditEntries.entityId,
      before: auditEntries.before,
      after: auditEntries.after,
      vendorCode: vendors.code,
      vendorName: vendors.name,
    })
    .from(auditEntries)
    .leftJoin(vendors, eq(vendors.id, auditEntries.vendorId))
    .leftJoin(people, eq(people.id, auditEntries.personId))
    .where(auditCondition(scope, query))
    .orderBy(order(auditEntries.sequence))
    .limit(window.limit)
    .offset(window.offset);
  return unsealEntries(reader, rows);
}
export type AuditListRow = Awaited<ReturnType<typeof listAudit>>[number];

export async function countAudit(reader: Reader, scope: Scope, query: AuditQuery): Promise<number> {
  return countListed(reader, auditEntries, auditCondition(scope, query));
}

/** One entry of the trail, whole, with the vendor that it speaks of. */
export async function findAuditEntry(reader: Reader, scope: Scope, sequence: number) {
  const [row] = await reader
    .select({
      entry: auditEntries,
      actorName: people.name,
      vendorCode: vendors.code,
      vendorName: vendors.name,
    })
    .from(auditEntries)
    .leftJoin(vendors, eq(vendors.id, auditEntries.vendorId))
    .leftJoin(people, eq(people.id, auditEntries.personId))
    .where(and(eq(auditEntries.sequence, sequence), entriesWithin(scope)));
  if (!row) return null;
  const { entry, actorName, ...vendor } = row;
  const [opened] = await unsealEntries(reader, [{ ...entry, actorName }]);
  return opened ? { entry: opened, ...vendor } : null;
}

/** What happened to one record, the latest first. */
export async function auditOfRecord(
  reader: Reader,
  scope: Scope,
  record: { entity: string; entityId: string | number },
  limit = 50,
) {
  return reader
    .select({
      sequence: auditEntries.sequence,
      at: auditEntries.at,
      ...actorColumns,
      action: auditEntries.action,
    })
    .from(auditEntries)
    .leftJoin(people, eq(people.id, auditEntries.personId))
    .where(
      and(
        eq(auditEntries.entity, record.entity),
        eq(auditEntries.entityId, String(record.entityId)),
        entriesWithin(scope),
      ),
    )
    .orderBy(desc(auditEntries.sequence))
    .limit(limit);
}

/** What the filters offer: the actions and kinds of record that the trail knows, who acted, and the months. */
export async function auditChoices(reader: Reader) {
  const [actions, entities, actors, [span]] = await Promise.all([
    reader
      .selectDistinct({ value: auditEntries.action })
      .from(auditEntries)
      .orderBy(asc(auditEntries.action)),
    reader
      .selectDistinct({ value: auditEntries.entity })
      .from(auditEntries)
      .orderBy(asc(auditEntries.entity)),
    reader
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(
        sql`exists (select 1 from ${auditEntries} where ${auditEntries.personId} = ${people.id})`,
      )
      .orderBy(asc(people.name))
      .limit(MOST_ACTORS),
    reader
      .select({
        first: sql<string | null>`min(${auditEntries.at})`,
        last: sql<string | null>`max(${auditEntries.at})`,
      })
      .from(auditEntries),
  ]);
  return {
    actions: actions.map(({ value }) => value),
    entities: entities.map(({ value }) => value),
    actors,
    months: monthsOf(span?.first ?? null, span?.last ?? null),
  };
}

/** The months from the first entry to the last, the latest first. */
function monthsOf(first: string | null, last: string | null): Period[] {
  if (first === null || last === null) return [];
  return periodsBetween(periodOfDate(first), periodOfDate(last)).reverse().slice(0, MOST_MONTHS);
}
const MOST_MONTHS = 24;
const MOST_ACTORS = 200;

function auditCondition(scope: Scope, { filters, search }: AuditQuery): SQL | undefined {
  const months = filters.month.flatMap((text) => parsePeriod(text) ?? []);
  return and(
    entriesWithin(scope),
    filters.actor.length > 0 ? or(...filters.actor.map(actedBy)) : undefined,
    filters.action.length > 0 ? inArray(auditEntries.action, filters.action) : undefined,
    filters.entity.length > 0 ? inArray(auditEntries.entity, filters.entity) : undefined,
    filters.record.length > 0 ? inArray(auditEntries.entityId, filters.record) : undefined,
    search === '' ? undefined : eq(auditEntries.entityId, search),
    months.length > 0 ? or(...months.map(inMonth)) : undefined,
  );
}

function inMonth(month: Period): SQL | undefined {
  return and(gte(auditEntries.at, firstDay(month)), lt(auditEntries.at, firstDay(month + 1)));
}

/** By the kind that was kept; entries from before kinds were kept are told apart by whether they name a person. */
function actedBy(actor: string): SQL | undefined {
  if (actor === 'command') return ofKind('command', eq(auditEntries.actor, 'command line'));
  if (actor === 'job') return ofKind('job', sql`${auditEntries.actor} like 'job %'`);
  if (actor === 'visitor') return ofKind('visitor', eq(auditEntries.actor, 'visitor'));
  const id = Number(actor);
  return Number.isSafeInteger(id) ? eq(auditEntries.personId, id) : sql`1 = 0`;
}

function ofKind(kind: ActorKind, older: SQL): SQL | undefined {
  const { actorKind, personId } = auditEntries;
  return or(eq(actorKind, kind), and(isNull(actorKind), isNull(personId), older));
}

/** Insiders read the entries of the vendors in their reach and those that speak of no vendor; outsiders none of these. */
function entriesWithin(scope: Scope): SQL | undefined {
  const within = withinScope(scope, auditEntries.vendorId);
  return scope.kind === 'reach' ? or(isNull(auditEntries.vendorId), within) : within;
}
