import { and, eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { plainText } from '~/shared/typed-number';
import { done, refused, type Outcome } from '~/shared/outcome';
import { settlements } from '~db/schema/onboarding';
import type { Store } from '~db/store.server';
import { criteriaOf, isOnScale } from './scorecard';
import { settlementFields } from './scoring-fields';
import { findScoring } from './scoring-queries.server';

/** Agrees on the points of a criterion on which assessors differ, for a reason; a later agreement takes its place. */
export async function settleCriterion(
  store: Store,
  act: Act,
  { scoringId, criterion, input }: { scoringId: number; criterion: string; input: unknown },
): Promise<Outcome> {
  const read = readFields(settlementFields, input);
  if (!read.ok) return read;
  const points = plainText(read.value.points.normalize('NFKC'));
  const { reason } = read.value;
  return store.transact(async (tx) => {
    await tx.lockRow('scorings', 'id', scoringId);
    const found = await findScoring(tx, act.scope, scoringId);
    const known = criteriaOf(found?.document ?? { dimensions: [] });
    const judged = known.find(({ key }) => key === criterion);
    if (!found || !judged) return refused('not_found');
    if (found.scoring.state !== 'settling') return refused('scoring_not_settling');
    if (!isOnScale({ ...judged, free: true }, points))
      return refused('points_off_scale', {}, 'points');
    const values = { points, reason, settledAt: act.now.toISOString(), settledBy: personIdOf(act) };
    await tx
      .delete(settlements)
      .where(and(eq(settlements.scoringId, scoringId), eq(settlements.criterion, criterion)));
    await tx.insert(settlements).values({ scoringId, criterion, ...values });
    await record(tx, act, {
      action: 'scoring.settled',
      entity: 'scoring',
      entityId: scoringId,
      vendorId: found.vendor.id,
      after: { criterion, points, reason },
    });
    return done();
  });
}
