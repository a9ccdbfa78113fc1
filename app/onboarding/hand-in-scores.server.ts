import { and, eq, isNull } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { scoringAnswers, scoringAssessors, scorings } from '~db/schema/onboarding';
import type { Store, Tx } from '~db/store.server';
import { readScores } from './scoring';
import { findScoring } from './scoring-queries.server';

type Asked = {
  scoringId: number;
  values: Readonly<Record<string, unknown>>;
  /** Hands in for good; else the scores are kept and may change. */
  isFinal: boolean;
};

/**
 * Keeps an assessor's scores, or hands them in; from then on they stand. With the last ones everybody sees all, and what
 * lies apart can be settled. Only assessors score (`not_assessor`), and only once (`scores_handed_in`).
 */
export async function handInScores(
  store: Store,
  act: Act,
  { scoringId, values, isFinal }: Asked,
): Promise<Outcome<{ allIn: boolean }>> {
  return store.transact(async (tx) => {
    await tx.lockRow('scorings', 'id', scoringId);
    const found = await findScoring(tx, act.scope, scoringId);
    if (!found) return refused('not_found');
    const assessor = await assessorOf(tx, scoringId, personIdOf(act));
    if (!assessor) return refused('not_assessor');
    if (assessor.submittedAt !== null) return refused('scores_handed_in');
    const scores = readScores(found.document, values);
    if (!scores.ok) return scores;
    await tx.delete(scoringAnswers).where(eq(scoringAnswers.assessorId, assessor.id));
    await tx
      .insert(scoringAnswers)
      .values(scores.value.map((score) => ({ ...score, assessorId: assessor.id })));
    if (!isFinal) return done({ allIn: false });
    await tx
      .update(scoringAssessors)
      .set({ submittedAt: act.now.toISOString() })
      .where(eq(scoringAssessors.id, assessor.id));
    await record(tx, act, {
      action: 'scoring.handed_in',
      entity: 'scoring',
      entityId: scoringId,
      vendorId: found.vendor.id,
      after: { answered: scores.value.filter(({ points }) => points !== null).length },
    });
    const open = await tx.$count(
      scoringAssessors,
      and(eq(scoringAssessors.scoringId, scoringId), isNull(scoringAssessors.submittedAt)),
    );
    if (open > 0) return done({ allIn: false });
    await tx.update(scorings).set({ state: 'settling' }).where(eq(scorings.id, scoringId));
    return done({ allIn: true });
  });
}

async function assessorOf(tx: Tx, scoringId: number, personId: number | null) {
  if (personId === null) return null;
  const [row] = await tx
    .select()
    .from(scoringAssessors)
    .where(and(eq(scoringAssessors.scoringId, scoringId), eq(scoringAssessors.personId, personId)));
  return row ?? null;
}
