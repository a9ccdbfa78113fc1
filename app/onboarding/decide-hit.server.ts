import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { choice, readFields, requiredText } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { screeningHits } from '~db/schema/screening';
import type { Store, Tx } from '~db/store.server';
import { moveCheck } from './check-event.server';
import { findHit } from './screening-hit-queries.server';

/** A hit is the vendor itself, or another firm with a name like it. */
export const hitDecisions = ['different', 'same'] as const;

const decisionFields = z.object({ decision: choice(hitDecisions), reason: requiredText(2000) });

/**
 * A person decides a hit, with the reason; it holds until name or entry change, and may be decided anew. Where the
 * vendor is the one listed, a sanctions check that was passed is open again.
 */
export async function decideHit(
  store: Store,
  act: Act,
  hitId: number,
  input: unknown,
): Promise<Outcome> {
  const fields = readFields(decisionFields, input);
  if (!fields.ok) return fields;
  const { decision, reason } = fields.value;
  return store.transact(async (tx) => {
    await tx.lockRow('screening_hits', 'id', hitId);
    const hit = await findHit(tx, act.scope, hitId);
    if (!hit) return refused('not_found');
    if (hit.state === 'gone') return refused('hit_gone', {}, 'decision');
    await tx
      .update(screeningHits)
      .set({
        state: decision,
        reason,
        decidedBy: personIdOf(act),
        decidedAt: act.now.toISOString(),
      })
      .where(eq(screeningHits.id, hitId));
    await record(tx, act, {
      action: 'hit.decided',
      entity: 'hit',
      entityId: hitId,
      vendorId: hit.vendorId,
      before: { state: hit.state },
      after: { state: decision, reason },
    });
    if (decision === 'same') await reopenCheck(tx, act, hit.vendorId, reason);
    return done();
  });
}

async function reopenCheck(tx: Tx, act: Act, vendorId: number, reason: string): Promise<void> {
  const [check] = await tx
    .select()
    .from(dueDiligenceChecks)
    .where(
      and(eq(dueDiligenceChecks.vendorId, vendorId), eq(dueDiligenceChecks.kind, 'sanctions')),
    );
  if (!check || (check.state !== 'passed' && check.state !== 'awaiting_sign_off')) return;
  await moveCheck(
    tx,
    act,
    check,
    { state: 'in_progress', settledAt: null },
    { kind: 'returned', text: reason },
  );
}
