import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { auditEntries } from '~db/schema/audit';
import { people } from '~db/schema/auth';
import { markets } from '~db/schema/markets';
import { cases } from '~db/schema/cases';
import { certificates, contacts, offerings, services, vendors } from '~db/schema/vendors';
import { keysIn, prepared } from '~db/prepared';
import type { Reader } from '~db/store.server';
import type { Vendor } from './vendor-queries.server';

const MOST_MEMBERS = 20;
const MOST_OFFERINGS = 500;
const MOST_ENTRIES = 8;

/** Who owns a vendor and whom it owns, as far as the scope lets see. */
export async function groupOfVendor(
  reader: Reader,
  scope: Scope,
  { id, parentId }: Pick<Vendor, 'id' | 'parentId'>,
) {
  const columns = { id: vendors.id, code: vendors.code, name: vendors.name };
  const seen = withinScope(scope, vendors.id);
  const [parent] =
    parentId === null
      ? []
      : await reader
          .select(columns)
          .from(vendors)
          .where(and(eq(vendors.id, parentId), seen));
  const owned = and(eq(vendors.parentId, id), seen);
  const members = await reader
    .select(columns)
    .from(vendors)
    .where(owned)
    .orderBy(asc(vendors.name))
    .limit(MOST_MEMBERS);
  const count =
    members.length < MOST_MEMBERS ? members.length : await reader.$count(vendors, owned);
  return { parent: parent ?? null, members, memberCount: count };
}

/** What a vendor offers, by service and place in the market tree, with what its service asks for. */
export async function offeringsOfVendor(reader: Reader, scope: Scope, vendorId: number) {
  return reader
    .select({
      offering: offerings,
      service: {
        id: services.id,
        code: services.code,
        nameEn: services.nameEn,
        nameZh: services.nameZh,
        requiredCertificates: services.requiredCertificates,
      },
      market: {
        id: markets.id,
        code: markets.code,
        nameEn: markets.nameEn,
        nameZh: markets.nameZh,
      },
    })
    .from(offerings)
    .innerJoin(services, eq(services.id, offerings.serviceId))
    .innerJoin(markets, eq(markets.id, offerings.marketId))
    .where(and(eq(offerings.vendorId, vendorId), withinScope(scope, offerings.vendorId)))
    .orderBy(asc(services.code), asc(markets.code))
    .limit(MOST_OFFERINGS);
}

/** The people to turn to on both sides: escalation levels upwards, then sponsor and account manager. */
export async function contactsOfVendor(reader: Reader, scope: Scope, vendorId: number) {
  return reader
    .select()
    .from(contacts)
    .where(and(eq(contacts.vendorId, vendorId), withinScope(scope, contacts.vendorId)))
    .orderBy(asc(contacts.side), asc(contacts.role), asc(contacts.level), asc(contacts.name));
}

/** A vendor's certificates, those that end first before the others. */
export async function certificatesOfVendor(reader: Reader, scope: Scope, vendorId: number) {
  return reader
    .select()
    .from(certificates)
    .where(and(eq(certificates.vendorId, vendorId), withinScope(scope, certificates.vendorId)))
    .orderBy(sql`${certificates.expiresOn} nulls last`, asc(certificates.kind));
}

/** The last changes of the vendor's own record: how it came in, its status, its tier. */
export async function historyOfVendor(reader: Reader, scope: Scope, vendorId: number) {
  return reader
    .select({
      sequence: auditEntries.sequence,
      at: auditEntries.at,
      actor: auditEntries.actor,
      actorKind: auditEntries.actorKind,
      personId: auditEntries.personId,
      actorName: people.name,
      action: auditEntries.action,
      before: auditEntries.before,
      after: auditEntries.after,
    })
    .from(auditEntries)
    .leftJoin(people, eq(people.id, auditEntries.personId))
    .where(
      and(
        eq(auditEntries.entity, 'vendor'),
        eq(auditEntries.entityId, String(vendorId)),
        withinScope(scope, auditEntries.vendorId),
      ),
    )
    .orderBy(desc(auditEntries.sequence))
    .limit(MOST_ENTRIES);
}

const openCases = prepared(['vendorIds'], (reader, { vendorIds }) =>
  reader
    .select({ vendorId: cases.vendorId, count: sql<number>`count(*)`.mapWith(Number) })
    .from(cases)
    .where(and(sql`${cases.vendorId} in ${keysIn(vendorIds)}`, isNull(cases.closedAt)))
    .groupBy(cases.vendorId),
);

/** How many cases are open with each of the vendors that a query has found within the scope. */
export async function openCasesOf(
  reader: Reader,
  vendorIds: readonly number[],
): Promise<Map<number, number>> {
  const rows = await openCases(reader, { vendorIds: JSON.stringify(vendorIds) });
  return new Map(rows.map(({ vendorId, count }) => [vendorId, count]));
}
