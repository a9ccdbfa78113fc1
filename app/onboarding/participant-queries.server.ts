import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { people } from '~db/schema/auth';
import { checkEvents, dueDiligenceChecks } from '~db/schema/diligence';
import { vendorInvitations } from '~db/schema/self-service';
import { scoringAssessors, scorings, settlements } from '~db/schema/onboarding';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

/** Everybody who had a hand in an assessment: who asked for it, scored, settled or concluded it. */
export async function participantsOf(reader: Reader, scoringId: number): Promise<number[]> {
  const [scoring] = await reader
    .select({ openedBy: scorings.openedBy, concludedBy: scorings.concludedBy })
    .from(scorings)
    .where(eq(scorings.id, scoringId));
  const assessors = await reader
    .select({ personId: scoringAssessors.personId })
    .from(scoringAssessors)
    .where(eq(scoringAssessors.scoringId, scoringId));
  const settlers = await reader
    .select({ personId: settlements.settledBy })
    .from(settlements)
    .where(eq(settlements.scoringId, scoringId));
  const all = [
    scoring?.openedBy,
    scoring?.concludedBy,
    ...[...assessors, ...settlers].map(({ personId }) => personId),
  ];
  return [...new Set(all.flatMap((id) => id ?? []))];
}

/** Who recorded the results on which a vendor's checks stand, whoever a check was given to since. */
export async function checkersOf(reader: Reader, vendorId: number): Promise<number[]> {
  const rows = await reader
    .select({
      checkId: dueDiligenceChecks.id,
      recordedBy: checkEvents.personId,
      reviewerId: dueDiligenceChecks.reviewerId,
      result: dueDiligenceChecks.result,
    })
    .from(dueDiligenceChecks)
    .leftJoin(
      checkEvents,
      and(eq(checkEvents.checkId, dueDiligenceChecks.id), eq(checkEvents.kind, 'recorded')),
    )
    .where(eq(dueDiligenceChecks.vendorId, vendorId))
    .orderBy(asc(checkEvents.id));
  const standing = new Map(
    rows
      .filter(({ result }) => result !== null)
      .map(({ checkId, recordedBy, reviewerId }) => [checkId, recordedBy ?? reviewerId]),
  );
  return [...new Set([...standing.values()].flatMap((id) => id ?? []))];
}

/**
 * Who brought the vendor before whoever decides: whoever put it up for screening. A vendor that submitted itself was
 * brought by those who invited it.
 */
export async function introducersOf(reader: Reader, vendorId: number): Promise<number[]> {
  const [vendor] = await reader
    .select({ submitter: vendors.putUpBy })
    .from(vendors)
    .where(eq(vendors.id, vendorId));
  const submitter = vendor?.submitter ?? null;
  if (submitter === null) return [];
  const isVendors = await reader.$count(
    people,
    and(eq(people.id, submitter), isNotNull(people.vendorId)),
  );
  if (isVendors === 0) return [submitter];
  const inviters = await reader
    .select({ personId: vendorInvitations.invitedBy })
    .from(vendorInvitations)
    .where(eq(vendorInvitations.vendorId, vendorId));
  return [submitter, ...new Set(inviters.flatMap(({ personId }) => personId ?? []))];
}
