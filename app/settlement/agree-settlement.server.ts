import { dayOf, type Act } from '~/auth/act';
import { changeAgreement } from '~/contracts/gather-change.server';
import { settlementTermsOf } from '~/contracts/keep-settlement-terms.server';
import { readFields } from '~/shared/fields';
import type { Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { levelCreditsOf } from './level-credits.server';
import { settlementFields } from './settlement-form';

/**
 * Says how a contract's credits are claimed and whether it pays a bonus: of a draft at once, of an agreed contract as a
 * change of its open amendment, which somebody else approves. Deadlines of what is still to be claimed follow.
 */
export async function agreeSettlement(
  store: Store,
  act: Act,
  contractId: number,
  input: unknown,
): Promise<Outcome<{ amendmentId: number | null }>> {
  const read = readFields(settlementFields, input);
  if (!read.ok) return read;
  return store.transact(async (tx) => {
    const before = await settlementTermsOf(tx, contractId);
    const changed = await changeAgreement(store, act, {
      ...{ contractId, effectiveFrom: null, reason: '' },
      change: { kind: 'settlement', before, terms: read.value },
    });
    if (changed.ok && changed.value.amendmentId === null)
      await levelCreditsOf(tx, act, dayOf(act.now), [contractId]);
    return changed;
  });
}
