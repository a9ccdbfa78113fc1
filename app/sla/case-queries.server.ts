import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm';
import { people } from '~db/schema/auth';
import { breaches, caseEvents } from '~db/schema/cases';
import { evaluations, excusals } from '~db/schema/sla';
import type { Reader } from '~db/store.server';

/*
 * What belongs to a case that a query has found within the scope. Who may see the internal part is said by the caller:
 * the vendor may not.
 */

/** What happened in a case, in order, with the names of who did it. */
export async function eventsOfCase(reader: Reader, caseId: number, sees: { internal: boolean }) {
  return reader
    .select({
      id: caseEvents.id,
      at: caseEvents.at,
      kind: caseEvents.kind,
      text: caseEvents.text,
      details: caseEvents.details,
      internal: caseEvents.internal,
      person: people.name,
      role: people.role,
    })
    .from(caseEvents)
    .leftJoin(people, eq(people.id, caseEvents.personId))
    .where(
      and(
        eq(caseEvents.caseId, caseId),
        sees.internal
          ? undefined
          : and(eq(caseEvents.internal, false), ne(caseEvents.kind, 'proposal_made')),
      ),
    )
    .orderBy(asc(caseEvents.at), asc(caseEvents.id));
}

/** The breaches that a case gathers, the latest first, those withdrawn among them. */
export async function breachesOfCase(reader: Reader, caseId: number) {
  return reader
    .select({
      id: breaches.id,
      period: breaches.period,
      kind: breaches.kind,
      severity: breaches.severity,
      withdrawnAt: breaches.withdrawnAt,
      measured: evaluations.measured,
    })
    .from(breaches)
    .innerJoin(evaluations, eq(evaluations.id, breaches.evaluationId))
    .where(eq(breaches.caseId, caseId))
    .orderBy(desc(breaches.period));
}

/** The agreed exclusions of a contract's KPI that hold. */
export async function excusalsOf(reader: Reader, contractId: number, kpiId: number) {
  return reader
    .select()
    .from(excusals)
    .where(
      and(
        eq(excusals.contractId, contractId),
        eq(excusals.kpiId, kpiId),
        isNull(excusals.revokedAt),
      ),
    )
    .orderBy(asc(excusals.firstPeriod));
}
