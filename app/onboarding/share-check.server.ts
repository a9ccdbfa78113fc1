import { z } from 'zod';
import type { Act } from '~/auth/act';
import { grantReview, revokeReview } from '~/auth/grant-review.server';
import { readFields, requiredId } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { moveCheck } from './check-event.server';
import { findCheck } from './check-queries.server';
import { tellReviewer } from './tell-reviewer.server';

const shareFields = z.object({ reviewer: requiredId() });

/** Gives a single check to an outside reviewer, such as a lawyer or an auditor, who sees nothing else. */
export async function shareCheck(
  store: Store,
  act: Act,
  checkId: number,
  input: unknown,
): Promise<Outcome> {
  const fields = readFields(shareFields, input);
  if (!fields.ok) return fields;
  return store.transact(async (tx) => {
    await tx.lockRow('due_diligence_checks', 'id', checkId);
    const found = await findCheck(tx, act.scope, checkId);
    if (!found) return refused('not_found');
    const { check } = found;
    const given = await grantReview(tx, act, fields.value.reviewer, {
      subject: 'check',
      recordId: checkId,
      vendorId: check.vendorId,
    });
    if (!given.ok) return given;
    await tellReviewer(tx, act, found, fields.value.reviewer);
    const begins = check.state === 'not_started';
    await moveCheck(tx, act, check, begins ? { state: 'in_progress' } : {}, {
      kind: 'shared',
      text: given.value.name,
      whom: fields.value.reviewer,
    });
    return done();
  });
}

/** Takes a check away from an outside reviewer; what was recorded stays. */
export async function unshareCheck(
  store: Store,
  act: Act,
  checkId: number,
  personId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const found = await findCheck(tx, act.scope, checkId);
    if (!found) return refused('not_found');
    const gone = await revokeReview(tx, personId, { subject: 'check', recordId: checkId });
    if (!gone) return refused('not_found');
    await moveCheck(
      tx,
      act,
      found.check,
      {},
      { kind: 'unshared', text: gone.name, whom: personId },
    );
    return done();
  });
}
