import { and, desc, eq } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { assessments } from '~db/schema/onboarding';
import type { Reader } from '~db/store.server';
import { isAssessmentValid } from './assessment';

/** The results of a vendor's scorings, the latest first. */
export async function assessmentsOfVendor(reader: Reader, scope: Scope, vendorId: number) {
  return reader
    .select()
    .from(assessments)
    .where(and(eq(assessments.vendorId, vendorId), withinScope(scope, assessments.vendorId)))
    .orderBy(desc(assessments.assessedOn), desc(assessments.id))
    .limit(50);
}

/** The result that a decision rests on: of the scoring named, else the latest that is valid. */
export async function resultBehind(
  reader: Reader,
  vendorId: number,
  { scoringId, today }: { scoringId: number | null; today: string },
) {
  const rows = await reader
    .select()
    .from(assessments)
    .where(
      and(
        eq(assessments.vendorId, vendorId),
        scoringId === null ? undefined : eq(assessments.scoringId, scoringId),
      ),
    )
    .orderBy(desc(assessments.assessedOn), desc(assessments.id))
    .limit(20);
  return rows.find((row) => isAssessmentValid(row, today)) ?? null;
}
