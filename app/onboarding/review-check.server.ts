import { z } from 'zod';
import { dayOf, personIdOf, type Act } from '~/auth/act';
import { readFields, requiredId } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { moveCheck } from './check-event.server';
import { findCheck, reviewersToChoose } from './check-queries.server';
import { tellReviewer } from './tell-reviewer.server';
import { mayWorkOutside, stateAfter, usualExpiry } from './due-diligence';
import { resultFields } from './due-diligence-fields';
import { isScreeningMissing, standingHits } from './screening-hit-queries.server';

const assignmentFields = z.object({ reviewer: requiredId() });

/** Gives a check to one of ours, and begins it. */
export async function assignCheck(
  store: Store,
  act: Act,
  checkId: number,
  input: unknown,
): Promise<Outcome> {
  const fields = readFields(assignmentFields, input);
  if (!fields.ok) return fields;
  return store.transact(async (tx) => {
    await tx.lockRow('due_diligence_checks', 'id', checkId);
    const found = await findCheck(tx, act.scope, checkId);
    if (!found) return refused('not_found');
    if (found.check.state === 'awaiting_sign_off') return refused('check_waits', {}, 'reviewer');
    const reviewers = await reviewersToChoose(tx, 'inside');
    const reviewer = reviewers.find(({ id }) => id === fields.value.reviewer);
    if (!reviewer) return refused('not_a_choice', {}, 'reviewer');
    const begins = found.check.state === 'not_started' || found.check.state === 'expired';
    await moveCheck(
      tx,
      act,
      found.check,
      { reviewerId: reviewer.id, ...(begins && { state: 'in_progress' as const }) },
      { kind: 'assigned', text: reviewer.name, whom: reviewer.id },
    );
    await tellReviewer(tx, act, found, reviewer.id);
    return done();
  });
}

/**
 * Records what a reviewer found. Where the tier asks for a second person the result waits for the sign-off; nobody can
 * pass a sanctions check before the vendor was screened against the lists in use (`check_not_screened`), while hits are
 * undecided (`check_hits_open`) or one is the vendor (`check_hits_same`). Somebody outside hands in once (`check_handed_in`).
 */
export async function recordCheckResult(
  store: Store,
  act: Act,
  checkId: number,
  input: unknown,
): Promise<Outcome> {
  const fields = readFields(resultFields, input);
  if (!fields.ok) return fields;
  const { result, finding, reviewedOn } = fields.value;
  if (reviewedOn > dayOf(act.now)) return refused('date_in_future', {}, 'reviewedOn');
  return store.transact(async (tx) => {
    await tx.lockRow('due_diligence_checks', 'id', checkId);
    const found = await findCheck(tx, act.scope, checkId);
    if (!found) return refused('not_found');
    const { check, vendor } = found;
    if (check.state === 'awaiting_sign_off') return refused('check_waits', {}, 'result');
    const may = act.scope.kind === 'grants' ? mayWorkOutside(check) : done();
    if (!may.ok) return may;
    if (check.kind === 'sanctions' && result === 'passed') {
      if (await isScreeningMissing(tx, check.vendorId))
        return refused('check_not_screened', {}, 'result');
      const hits = await standingHits(tx, check.vendorId);
      if (hits.open > 0) return refused('check_hits_open', { count: hits.open }, 'result');
      if (hits.same > 0) return refused('check_hits_same', {}, 'result');
    }
    const state = stateAfter(result, { tier: vendor.tier, kind: check.kind });
    const expiresOn =
      fields.value.expiresOn ?? (result === 'failed' ? null : usualExpiry(check.kind, reviewedOn));
    await moveCheck(
      tx,
      act,
      check,
      {
        state,
        result,
        finding,
        reviewedOn,
        expiresOn,
        reviewerId: personIdOf(act),
        signedOffBy: null,
        signedOffAt: null,
        settledAt: state === 'awaiting_sign_off' ? null : act.now.toISOString(),
      },
      { kind: 'recorded', result, text: finding },
    );
    return done();
  });
}
