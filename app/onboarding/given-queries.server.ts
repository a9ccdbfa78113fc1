import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { reviewGrants } from '~db/schema/auth';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { scoringAssessors, scorings } from '~db/schema/onboarding';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

const MOST = 200;

/** The checks that were given to an outside reviewer, those still to make first, with when that person recorded a result. */
export async function checksGivenTo(reader: Reader, personId: number) {
  const handedInAt = sql<string | null>`(select max(e.at) from check_events e
    where e.check_id = ${dueDiligenceChecks.id} and e.person_id = ${personId}
      and e.kind = 'recorded')`;
  return reader
    .select({
      id: dueDiligenceChecks.id,
      kind: dueDiligenceChecks.kind,
      state: dueDiligenceChecks.state,
      result: dueDiligenceChecks.result,
      expiresOn: dueDiligenceChecks.expiresOn,
      vendor: vendors.name,
      givenAt: reviewGrants.grantedAt,
      handedInAt,
    })
    .from(reviewGrants)
    .innerJoin(dueDiligenceChecks, eq(dueDiligenceChecks.id, reviewGrants.recordId))
    .innerJoin(vendors, eq(vendors.id, dueDiligenceChecks.vendorId))
    .where(and(eq(reviewGrants.personId, personId), eq(reviewGrants.subject, 'check')))
    .orderBy(
      sql`case when ${dueDiligenceChecks.state} = 'in_progress' then 0 else 1 end`,
      desc(reviewGrants.grantedAt),
      asc(dueDiligenceChecks.id),
    )
    .limit(MOST);
}

/** The assessments that a person scores or has scored, those still owed first; never what others gave or it came to. */
export async function scoringsGivenTo(reader: Reader, personId: number) {
  return reader
    .select({
      id: scorings.id,
      vendor: vendors.name,
      state: scorings.state,
      dueOn: scoringAssessors.dueOn,
      handedInAt: scoringAssessors.submittedAt,
    })
    .from(scoringAssessors)
    .innerJoin(scorings, eq(scorings.id, scoringAssessors.scoringId))
    .innerJoin(vendors, eq(vendors.id, scorings.vendorId))
    .where(eq(scoringAssessors.personId, personId))
    .orderBy(
      sql`case when ${scoringAssessors.submittedAt} is null then 0 else 1 end`,
      desc(scorings.openedAt),
      asc(scorings.id),
    )
    .limit(MOST);
}
