import { and, asc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { addDays } from '~/shared/calendar';
import { missingCertificates } from '~/vendors/certificate';
import { certificates, offerings, services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { Task } from './task';

const MOST = 200;
/** Days before and after its end in which a certificate is on the desk. */
const ENDS_WITHIN_DAYS = 60;
const ENDED_WITHIN_DAYS = 90;
/** Only vendors that work for us or may. */
const AT_WORK = ['approved', 'conditional', 'active'] as const;

/** Certificates that end soon or have ended, unless a later one of the kind is there. */
export async function endingCertificates(
  reader: Reader,
  scope: Scope,
  today: string,
): Promise<Task[]> {
  const rows = await reader
    .select({
      id: certificates.id,
      kind: certificates.kind,
      expiresOn: certificates.expiresOn,
      vendorId: vendors.id,
      vendor: vendors.name,
    })
    .from(certificates)
    .innerJoin(vendors, eq(vendors.id, certificates.vendorId))
    .where(
      and(
        withinScope(scope, certificates.vendorId),
        inArray(vendors.status, [...AT_WORK]),
        gte(certificates.expiresOn, addDays(today, -ENDED_WITHIN_DAYS)),
        lte(certificates.expiresOn, addDays(today, ENDS_WITHIN_DAYS)),
        sql`not exists (select 1 from certificates later where later.vendor_id = ${certificates.vendorId}
          and later.kind = ${certificates.kind}
          and (later.expires_on is null or later.expires_on > ${certificates.expiresOn}))`,
      ),
    )
    .orderBy(asc(certificates.expiresOn), asc(certificates.id))
    .limit(MOST);
  return rows.map(({ id, kind, expiresOn, vendorId, vendor }) => ({
    kind: 'certificate_ending',
    key: `certificate:${id}`,
    href: `/vendors/${vendorId}`,
    dueOn: expiresOn,
    period: null,
    params: { vendor, certificate: kind },
  }));
}

/** Certificates that a service asks for and a vendor that offers it has never handed in. */
export async function missingCertificateTasks(
  reader: Reader,
  scope: Scope,
  today: string,
): Promise<Task[]> {
  const asked = await reader
    .selectDistinct({ vendorId: vendors.id, vendor: vendors.name, serviceId: services.id })
    .from(offerings)
    .innerJoin(vendors, eq(vendors.id, offerings.vendorId))
    .innerJoin(services, eq(services.id, offerings.serviceId))
    .where(and(withinScope(scope, offerings.vendorId), inArray(vendors.status, [...AT_WORK])))
    .orderBy(asc(vendors.name));
  const required = new Map(
    (await reader.select().from(services)).map((service) => [
      service.id,
      service.requiredCertificates,
    ]),
  );
  const held = await reader
    .select({
      vendorId: certificates.vendorId,
      kind: certificates.kind,
      holder: certificates.holder,
      issuedOn: certificates.issuedOn,
    })
    .from(certificates)
    .where(withinScope(scope, certificates.vendorId));
  return asked.flatMap(({ vendorId, vendor, serviceId }) => {
    // One that has run out is on the desk as such.
    const own = held
      .filter((each) => each.vendorId === vendorId)
      .map((each) => ({ ...each, expiresOn: null }));
    return missingCertificates(required.get(serviceId) ?? [], own, today).map((certificate) => ({
      kind: 'certificate_missing' as const,
      key: `missing:${vendorId}:${serviceId}:${certificate}`,
      href: `/vendors/${vendorId}`,
      dueOn: null,
      period: null,
      params: { vendor, certificate },
    }));
  });
}
