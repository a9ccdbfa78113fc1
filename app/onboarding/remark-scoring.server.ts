import { and, eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { assessments, scoringRemarks, scorings } from '~db/schema/onboarding';
import type { Store } from '~db/store.server';
import { participantsOf } from './participant-queries.server';
import { remarkFields, rulingFields } from './scoring-fields';
import { findScoring } from './scoring-queries.server';

/** What the vendor says to a result that was released to it: a comment that stays beside it, or an appeal. */
export async function remarkOnScoring(
  store: Store,
  act: Act,
  scoringId: number,
  input: unknown,
): Promise<Outcome> {
  const read = readFields(remarkFields, input);
  if (!read.ok) return read;
  return store.transact(async (tx) => {
    const found = await findScoring(tx, act.scope, scoringId);
    if (!found) return refused('not_found');
    if (found.scoring.releasedAt === null) return refused('not_found');
    const id = randomId();
    const at = act.now.toISOString();
    await tx
      .insert(scoringRemarks)
      .values({ id, scoringId, ...read.value, at, personId: personIdOf(act) });
    await record(tx, act, {
      action: read.value.kind === 'appeal' ? 'scoring.appealed' : 'scoring.commented',
      entity: 'scoring',
      entityId: scoringId,
      vendorId: found.vendor.id,
      after: { text: read.value.text },
    });
    return done();
  });
}

/**
 * Decides an appeal. Only somebody who took no part in the assessment may (`took_part`); one that is upheld opens the
 * assessment again for settling, and its result no longer speaks for the vendor.
 */
export async function ruleOnAppeal(
  store: Store,
  act: Act,
  { scoringId, remarkId, input }: { scoringId: number; remarkId: number; input: unknown },
): Promise<Outcome> {
  const read = readFields(rulingFields, input);
  if (!read.ok) return read;
  const { ruling, reason } = read.value;
  return store.transact(async (tx) => {
    await tx.lockRow('scorings', 'id', scoringId);
    const found = await findScoring(tx, act.scope, scoringId);
    const [remark] = await tx
      .select()
      .from(scoringRemarks)
      .where(and(eq(scoringRemarks.id, remarkId), eq(scoringRemarks.scoringId, scoringId)));
    if (!found || remark?.kind !== 'appeal') return refused('not_found');
    if (remark.ruling !== null) return refused('appeal_decided');
    const personId = personIdOf(act);
    if (personId !== null && (await participantsOf(tx, scoringId)).includes(personId))
      return refused('took_part');
    const ruledAt = act.now.toISOString();
    await tx
      .update(scoringRemarks)
      .set({ ruling, rulingReason: reason, ruledAt, ruledBy: personId })
      .where(eq(scoringRemarks.id, remarkId));
    if (ruling === 'upheld') {
      await tx.delete(assessments).where(eq(assessments.scoringId, scoringId));
      await tx
        .update(scorings)
        .set({ state: 'settling', total: null, result: null, concludedAt: null, releasedAt: null })
        .where(eq(scorings.id, scoringId));
    }
    await record(tx, act, {
      action: ruling === 'upheld' ? 'scoring.appeal_upheld' : 'scoring.appeal_rejected',
      entity: 'scoring',
      entityId: scoringId,
      vendorId: found.vendor.id,
      after: { ruling, reason },
    });
    return done();
  });
}
