import { personIdOf, dayOf, type Act } from '~/auth/act';
import { grantReview } from '~/auth/grant-review.server';
import { record } from '~/audit/record.server';
import { queueMail, type Recipient } from '~/notifications/queue-mail.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { findVendor } from '~/vendors/vendor-queries.server';
import { randomId } from '~db/columns';
import { scoringAssessors, scorings } from '~db/schema/onboarding';
import type { Store, Tx } from '~db/store.server';
import { assessorChoices } from './assessor-queries.server';
import { findScorecardVersion } from './scorecard-queries.server';
import { answerReassessment } from './reassess-vendors.server';
import { openFields } from './scoring-fields';

type Asked = { vendorId: number; assessorIds: readonly number[]; input: unknown };

/**
 * Asks people to score a vendor with a published template, each on their own and by a day. Refused with a draft
 * (`scorecard_not_published`), without assessors (`assessors_missing`) and with a day that is past.
 */
export async function openScoring(
  store: Store,
  act: Act,
  { vendorId, assessorIds, input }: Asked,
): Promise<Outcome<number>> {
  const read = readFields(openFields, input);
  if (!read.ok) return read;
  const { versionId, cause, dueOn } = read.value;
  if (dueOn < dayOf(act.now)) return refused('date_past', {}, 'dueOn');
  return store.transact(async (tx) => {
    const vendor = await findVendor(tx, act.scope, vendorId);
    if (!vendor) return refused('not_found');
    const template = await findScorecardVersion(tx, versionId);
    if (template?.state !== 'published') return refused('scorecard_not_published', {}, 'versionId');
    const chosen = await chosenAssessors(tx, assessorIds);
    if (!chosen) return refused('assessors_missing', {}, 'assessor');
    const id = randomId();
    await tx.insert(scorings).values({
      id,
      vendorId,
      versionId,
      cause,
      state: 'scoring',
      dueOn,
      openedAt: act.now.toISOString(),
      openedBy: personIdOf(act),
      demonstration: vendor.demonstration,
    });
    await tx
      .insert(scoringAssessors)
      .values(chosen.map((person) => ({ scoringId: id, personId: person.id, dueOn })));
    for (const person of chosen.filter(({ role }) => role === 'reviewer'))
      await grantReview(tx, act, person.id, { subject: 'assessment', recordId: id, vendorId });
    await answerReassessment(tx, act, vendorId);
    await record(tx, act, {
      action: 'scoring.opened',
      entity: 'scoring',
      entityId: id,
      vendorId,
      after: { versionId, cause, dueOn, assessors: chosen.map((person) => person.id) },
    });
    await queueMail(tx, act, chosen.map(asRecipient), {
      template: 'scoresAsked',
      params: { vendor: vendor.name, due: dueOn, link: `/assessments/${id}/scores` },
      vendorId,
    });
    return done(id);
  });
}

type Assessor = Awaited<ReturnType<typeof assessorChoices>>[number];

/** The people who are asked, each once; null where nobody is named or one of them may not be asked. */
async function chosenAssessors(tx: Tx, ids: readonly number[]): Promise<Assessor[] | null> {
  const known = new Map((await assessorChoices(tx)).map((person) => [person.id, person]));
  const asked = new Set(ids);
  const chosen = [...asked].flatMap((id) => known.get(id) ?? []);
  return chosen.length === 0 || chosen.length < asked.size ? null : chosen;
}

function asRecipient({ id, email, locale }: Assessor): Recipient {
  return { personId: id, address: email, locale };
}
