import { and, asc, eq, gte, inArray, lte, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { addDays } from '~/shared/calendar';
import { certificates, services, vendors } from '~db/schema/vendors';
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
    href: `/vendors/${vendorId}/certificates/${id}`,
    dueOn: expiresOn,
    period: null,
    listed: vendorId,
    params: { vendor, certificate: kind },
  }));
}

type Missing = { vendorId: number; vendor: string; serviceId: number; certificate: string };

/** Certificates that a service asks for and a vendor that offers it has never handed in. */
export async function missingCertificateTasks(
  reader: Reader,
  scope: Scope,
  today: string,
): Promise<Task[]> {
  const all = await reader
    .select({ id: services.id, required: services.requiredCertificates })
    .from(services);
  const asked = all.flatMap(({ id, required }) =>
    [...new Set(required)].map((kind) => sql`(cast(${id} as bigint), cast(${kind} as text))`),
  );
  if (asked.length === 0) return [];
  const rows = await reader.rows<Missing>(sql`
    with asked (service_id, kind) as (values ${sql.join(asked, sql`, `)})
    select distinct vendors.id as "vendorId", vendors.name as vendor,
      asked.service_id as "serviceId", asked.kind as certificate
    from asked
    join offerings on offerings.service_id = asked.service_id
    join vendors on vendors.id = offerings.vendor_id
    where ${inArray(vendors.status, [...AT_WORK])} and ${withinScope(scope, vendors.id)}
      and ${lacks(today)}
    order by vendors.name, asked.kind, asked.service_id
    limit ${MOST}`);
  return rows.map(({ vendorId, vendor, serviceId, certificate }) => ({
    kind: 'certificate_missing',
    key: `missing:${vendorId}:${serviceId}:${certificate}`,
    href: `/vendors/${vendorId}`,
    dueOn: null,
    period: null,
    listed: vendorId,
    params: { vendor, certificate },
  }));
}

/** The vendor has no such certificate of the firm; one that has run out is on the desk as such. */
function lacks(today: string): SQL {
  return sql`not exists (
    select 1 from certificates
    where certificates.vendor_id = vendors.id and certificates.kind = asked.kind
      and certificates.holder is null
      and (certificates.issued_on is null or certificates.issued_on <= ${today}))`;
}
