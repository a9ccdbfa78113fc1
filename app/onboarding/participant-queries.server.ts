import { eq } from 'drizzle-orm';
import { scoringAssessors, scorings, settlements } from '~db/schema/onboarding';
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
