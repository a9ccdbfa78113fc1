import { eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { tierOf, type Tier } from './tier';
import { tierAnswers } from './tier-form';
import { findVendor } from './vendor-queries.server';

/**
 * Puts a vendor into its tier by the four answers, which are kept beside it. Whoever graded it does not decide on it; answers
 * that come with a decision (`withDecision`) leave the grader who it was.
 */
export async function gradeVendor(
  store: Store,
  act: Act,
  vendorId: number,
  input: unknown,
  { withDecision = false }: { withDecision?: boolean } = {},
): Promise<Outcome<Tier>> {
  const answers = readFields(tierAnswers, input);
  if (!answers.ok) return answers;
  const { spend, criticality, dataAccess, replaceability } = answers.value;
  const tier = tierOf(answers.value);
  return store.transact(async (tx) => {
    await tx.lockRow('vendors', 'id', vendorId);
    const vendor = await findVendor(tx, act.scope, vendorId);
    if (!vendor) return refused('not_found');
    await tx
      .update(vendors)
      .set({
        tier,
        spendScore: spend,
        criticalityScore: criticality,
        dataAccessScore: dataAccess,
        replaceabilityScore: replaceability,
        ...(!withDecision && { gradedBy: personIdOf(act) }),
      })
      .where(eq(vendors.id, vendorId));
    await record(tx, act, {
      action: 'vendor.graded',
      entity: 'vendor',
      entityId: vendorId,
      vendorId,
      before: { tier: vendor.tier },
      after: { tier, ...answers.value },
    });
    return done(tier);
  });
}
