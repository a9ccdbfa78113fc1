import { and, eq, isNull } from 'drizzle-orm';
import { dayOf, personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { findVendor } from '~/vendors/vendor-queries.server';
import { randomId } from '~db/columns';
import { assessments } from '~db/schema/onboarding';
import type { Store } from '~db/store.server';
import { assessmentFields } from './assessment-fields';

/** Records the result of a scoring that was made elsewhere; one of a day to come is refused. */
export async function recordAssessment(
  store: Store,
  act: Act,
  vendorId: number,
  input: unknown,
): Promise<Outcome> {
  const fields = readFields(assessmentFields, input);
  if (!fields.ok) return fields;
  if (fields.value.assessedOn > dayOf(act.now)) return refused('date_in_future', {}, 'assessedOn');
  return store.transact(async (tx) => {
    if (!(await findVendor(tx, act.scope, vendorId))) return refused('not_found');
    const id = randomId();
    const recordedBy = personIdOf(act);
    await tx.insert(assessments).values({ id, vendorId, recordedBy, ...fields.value });
    await record(tx, act, {
      action: 'assessment.recorded',
      entity: 'assessment',
      entityId: id,
      vendorId,
      after: fields.value,
    });
    return done();
  });
}

/** Takes a result out that was recorded by mistake; one that was scored here stays. */
export async function removeAssessment(
  store: Store,
  act: Act,
  vendorId: number,
  assessmentId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    if (!(await findVendor(tx, act.scope, vendorId))) return refused('not_found');
    const [before] = await tx
      .delete(assessments)
      .where(
        and(
          eq(assessments.id, assessmentId),
          eq(assessments.vendorId, vendorId),
          isNull(assessments.scoringId),
        ),
      )
      .returning();
    if (!before) return refused('not_found');
    await record(tx, act, {
      action: 'assessment.removed',
      entity: 'assessment',
      entityId: assessmentId,
      vendorId,
      before,
    });
    return done();
  });
}
