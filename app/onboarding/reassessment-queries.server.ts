import { and, asc, desc, eq, gte, inArray, isNull, lte, max, ne, notInArray } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { addMonths } from '~/shared/calendar';
import { missingCertificates } from '~/vendors/certificate';
import { assessments, reassessments, scorings } from '~db/schema/onboarding';
import { breaches, cases } from '~db/schema/cases';
import { certificates, offerings, services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { reassessedStatuses, type StandingFacts } from './reassessment';

/** Cases that are no incident (yet): excused, waived, or disputed and not ruled on. */
const NO_INCIDENT = ['excused', 'waived', 'disputed'] as const;
/** Breaches of the last year are looked at. */
const LOOK_BACK_MONTHS = 12;

/** What is known by a day of every vendor at work, for the job that has them assessed again. */
export async function standingFacts(
  reader: Reader,
  today: string,
): Promise<Map<number, StandingFacts>> {
  const rows = await reader
    .select({ id: vendors.id })
    .from(vendors)
    .where(inArray(vendors.status, [...reassessedStatuses]));
  const results = await latestResults(reader, today);
  const underWay = await vendorsUnderWay(reader);
  const incidents = await latestIncidents(reader, today);
  const lapsed = await lapsedCertificates(reader, today);
  return new Map(
    rows.map(({ id }) => [
      id,
      {
        last: results.get(id) ?? null,
        isUnderWay: underWay.has(id),
        incidentOn: incidents.get(id) ?? null,
        lapsed: lapsed.get(id) ?? null,
      },
    ]),
  );
}

async function latestResults(reader: Reader, today: string) {
  const rows = await reader
    .select({
      vendorId: assessments.vendorId,
      assessedOn: assessments.assessedOn,
      validUntil: assessments.validUntil,
    })
    .from(assessments)
    .where(lte(assessments.assessedOn, today))
    .orderBy(asc(assessments.vendorId), asc(assessments.assessedOn), asc(assessments.validUntil));
  return new Map(rows.map(({ vendorId, ...result }) => [vendorId, result]));
}

async function vendorsUnderWay(reader: Reader): Promise<Set<number>> {
  const rows = await reader
    .selectDistinct({ vendorId: scorings.vendorId })
    .from(scorings)
    .where(ne(scorings.state, 'concluded'));
  return new Set(rows.map(({ vendorId }) => vendorId));
}

async function latestIncidents(reader: Reader, today: string): Promise<Map<number, string>> {
  const rows = await reader
    .select({ vendorId: breaches.vendorId, day: max(breaches.openedOn) })
    .from(breaches)
    .innerJoin(cases, eq(cases.id, breaches.caseId))
    .where(
      and(
        eq(breaches.severity, 'critical'),
        isNull(breaches.withdrawnAt),
        gte(breaches.openedOn, addMonths(today, -LOOK_BACK_MONTHS)),
        lte(breaches.openedOn, today),
        notInArray(cases.state, [...NO_INCIDENT]),
      ),
    )
    .groupBy(breaches.vendorId);
  return new Map(rows.flatMap(({ vendorId, day }) => (day === null ? [] : [[vendorId, day]])));
}

/** The certificate of each vendor that ran out last, among those that its services ask for and it holds no more. */
async function lapsedCertificates(reader: Reader, today: string) {
  const offered = await reader
    .selectDistinct({ vendorId: offerings.vendorId, required: services.requiredCertificates })
    .from(offerings)
    .innerJoin(services, eq(services.id, offerings.serviceId));
  const held = await reader
    .select()
    .from(certificates)
    .orderBy(asc(certificates.expiresOn), asc(certificates.id));
  const byVendor = new Map<number, (typeof held)[number][]>();
  for (const one of held) byVendor.set(one.vendorId, [...(byVendor.get(one.vendorId) ?? []), one]);
  const lapsed = new Map<number, { kind: string; expiresOn: string }>();
  for (const { vendorId, required } of offered) {
    const own = byVendor.get(vendorId) ?? [];
    const missing = missingCertificates(required, own, today);
    for (const { kind, holder, expiresOn } of own)
      if (holder === null && expiresOn !== null && expiresOn < today && missing.includes(kind))
        if (expiresOn > (lapsed.get(vendorId)?.expiresOn ?? ''))
          lapsed.set(vendorId, { kind, expiresOn });
  }
  return lapsed;
}

/** Re-assessments that are asked for and not begun, the most urgent first. */
export async function openReassessments(reader: Reader, scope: Scope, limit: number) {
  return reader
    .select({
      id: reassessments.id,
      vendorId: reassessments.vendorId,
      vendor: vendors.name,
      cause: reassessments.cause,
      dueOn: reassessments.dueOn,
    })
    .from(reassessments)
    .innerJoin(vendors, eq(vendors.id, reassessments.vendorId))
    .where(and(isNull(reassessments.endedAt), withinScope(scope, reassessments.vendorId)))
    .orderBy(asc(reassessments.dueOn), asc(vendors.name))
    .limit(limit);
}

/** The re-assessment that a vendor waits for; null where none is asked for. */
export async function reassessmentOfVendor(reader: Reader, scope: Scope, vendorId: number) {
  const [row] = await reader
    .select({ cause: reassessments.cause, dueOn: reassessments.dueOn })
    .from(reassessments)
    .where(
      and(
        eq(reassessments.vendorId, vendorId),
        isNull(reassessments.endedAt),
        withinScope(scope, reassessments.vendorId),
      ),
    )
    .orderBy(desc(reassessments.raisedAt))
    .limit(1);
  return row ?? null;
}
