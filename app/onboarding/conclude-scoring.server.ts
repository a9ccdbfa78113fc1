import { eq } from 'drizzle-orm';
import { dayOf, personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { queueMail, vendorRecipients } from '~/notifications/queue-mail.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { assessments, scorings } from '~db/schema/onboarding';
import type { Store } from '~db/store.server';
import type { AssessmentResult } from './assessment';
import { exactText } from './exact-text';
import { rounded } from '~/shared/fraction';
import { worked } from './load-scoring.server';
import { validUntil } from './scoring';
import { findScoring } from './scoring-queries.server';

const PLACES = 12;

/**
 * Makes the result of an assessment final: from here on it speaks for the vendor until its tier asks anew. Refused while
 * scores are out (`scoring_not_settling`), differences are open (`differences_open`) or too little is answered
 * (`answered_too_little`).
 */
export async function concludeScoring(
  store: Store,
  act: Act,
  scoringId: number,
): Promise<Outcome<AssessmentResult>> {
  return store.transact(async (tx) => {
    await tx.lockRow('scorings', 'id', scoringId);
    const found = await findScoring(tx, act.scope, scoringId);
    if (!found) return refused('not_found');
    if (found.scoring.state !== 'settling') return refused('scoring_not_settling');
    const { open, result } = await worked(tx, found, personIdOf(act));
    if (open.length > 0) return refused('differences_open', { count: open.length });
    const { total, result: outcome } = result;
    if (total === null || outcome === null)
      return refused('answered_too_little', {
        answered: exactText(rounded(result.answered, 1)),
        minimum: found.document.minimumAnswered,
      });
    const text = exactText(rounded(total, PLACES));
    const today = dayOf(act.now);
    await tx
      .update(scorings)
      .set({
        state: 'concluded',
        total: text,
        result: outcome,
        concludedAt: act.now.toISOString(),
        concludedBy: personIdOf(act),
      })
      .where(eq(scorings.id, scoringId));
    await tx.insert(assessments).values({
      vendorId: found.vendor.id,
      scorecard: found.document.name.en,
      total: text,
      result: outcome,
      assessedOn: today,
      validUntil: validUntil(today, found.vendor.tier),
      scoringId,
    });
    await record(tx, act, {
      action: 'scoring.concluded',
      entity: 'scoring',
      entityId: scoringId,
      vendorId: found.vendor.id,
      before: { state: 'settling' },
      after: { state: 'concluded', total: text, result: outcome, causes: result.causes },
    });
    return done(outcome);
  });
}

/** Shows a result with its arithmetic to the vendor, on purpose; it may comment on it or appeal. */
export async function releaseScoring(store: Store, act: Act, scoringId: number): Promise<Outcome> {
  return store.transact(async (tx) => {
    await tx.lockRow('scorings', 'id', scoringId);
    const found = await findScoring(tx, act.scope, scoringId);
    if (!found) return refused('not_found');
    if (found.scoring.state !== 'concluded') return refused('scoring_not_concluded');
    if (found.scoring.releasedAt !== null) return done();
    await tx
      .update(scorings)
      .set({ releasedAt: act.now.toISOString(), releasedBy: personIdOf(act) })
      .where(eq(scorings.id, scoringId));
    await record(tx, act, {
      action: 'scoring.released',
      entity: 'scoring',
      entityId: scoringId,
      vendorId: found.vendor.id,
      after: { released: true },
    });
    await queueMail(tx, act, await vendorRecipients(tx, found.vendor.id), {
      template: 'resultReleased',
      params: { vendor: found.vendor.name, link: `/assessments/${scoringId}` },
      vendorId: found.vendor.id,
    });
    return done();
  });
}
