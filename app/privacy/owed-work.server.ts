import { and, eq, isNull, notInArray, sql } from 'drizzle-orm';
import { actions } from '~db/schema/actions';
import { auditEntries } from '~db/schema/audit';
import { amendments, contractSteps } from '~db/schema/contracts';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { documents } from '~db/schema/documents';
import { scoringAssessors } from '~db/schema/onboarding';
import { reviewSignatures } from '~db/schema/review-records';
import { reviews } from '~db/schema/reviews';
import type { Reader } from '~db/store.server';
import type { Remains } from './remains';

/** What a person still owes, by kind: somebody else has to take it over first. */
export async function owedBy(reader: Reader, personId: number) {
  return {
    actions: await reader.$count(
      actions,
      and(eq(actions.ownerId, personId), isNull(actions.doneAt), isNull(actions.cancelledAt)),
    ),
    reviews: await reader.$count(
      reviews,
      and(eq(reviews.ownerId, personId), isNull(reviews.signedAt), isNull(reviews.cancelledAt)),
    ),
    checks: await reader.$count(
      dueDiligenceChecks,
      and(
        eq(dueDiligenceChecks.reviewerId, personId),
        notInArray(dueDiligenceChecks.state, ['passed', 'failed', 'not_applicable']),
      ),
    ),
    scorings: await reader.$count(
      scoringAssessors,
      and(eq(scoringAssessors.personId, personId), isNull(scoringAssessors.submittedAt)),
    ),
  };
}

/** What keeps a person's name or is kept under the person's number after erasing, by kind. */
export async function remainsOf(reader: Reader, personId: number): Promise<Remains> {
  const agreed = and(
    eq(contractSteps.personId, personId),
    notInArray(contractSteps.step, ['submitted', 'returned']),
  );
  const named = and(
    eq(auditEntries.personId, personId),
    sql`${auditEntries.actor} not like 'person %'`,
  );
  const [steps, decided, signatures, uploads, done, older] = await Promise.all([
    reader.$count(contractSteps, agreed),
    reader.$count(amendments, eq(amendments.decidedBy, personId)),
    reader.$count(reviewSignatures, eq(reviewSignatures.personId, personId)),
    reader.$count(documents, eq(documents.uploadedBy, personId)),
    reader.$count(auditEntries, eq(auditEntries.personId, personId)),
    reader.$count(auditEntries, named),
  ]);
  return { agreed: steps + decided, signatures, uploads, entries: done, older };
}
