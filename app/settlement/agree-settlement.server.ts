import { eq } from 'drizzle-orm';
import { dayOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { findContract } from '~/contracts/contract-queries.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { settlementTerms } from '~db/schema/settlement';
import type { Reader, Store } from '~db/store.server';
import { noClaimLimit, type ClaimTerms } from './claim-deadline';
import { levelCredits, redateCredits } from './level-credits.server';
import { settlementFields } from './settlement-form';

export type SettlementTerms = ClaimTerms & { bonusPercent: string | null };

/** How a contract's credits are claimed and whether it pays a bonus; no limit and no bonus where nothing is agreed. */
export async function settlementTermsOf(
  reader: Reader,
  contractId: number,
): Promise<SettlementTerms> {
  const [row] = await reader
    .select()
    .from(settlementTerms)
    .where(eq(settlementTerms.contractId, contractId));
  if (!row) return { ...noClaimLimit, bonusPercent: null };
  const { claimDays, claimFrom, claimCount, bonusPercent } = row;
  return { claimDays, claimFrom, claimCount, bonusPercent };
}

/** Keeps how a contract's credits are claimed, and sets the deadlines of what is still to be claimed anew. */
export async function agreeSettlement(
  store: Store,
  act: Act,
  contractId: number,
  input: unknown,
): Promise<Outcome> {
  const read = readFields(settlementFields, input);
  if (!read.ok) return read;
  const terms = read.value;
  return store.transact(async (tx) => {
    const contract = await findContract(tx, act.scope, contractId);
    if (!contract) return refused('not_found');
    await tx.lockRow('contracts', 'id', contractId);
    const before = await settlementTermsOf(tx, contractId);
    const changedAt = act.now.toISOString();
    await tx
      .insert(settlementTerms)
      .values({ contractId, ...terms, changedAt })
      .onConflictDoUpdate({
        target: settlementTerms.contractId,
        set: { ...terms, changedAt },
      });
    await record(tx, act, {
      action: 'contract.settlement_agreed',
      entity: 'contract',
      entityId: contractId,
      vendorId: contract.vendorId,
      before: { ...before },
      after: { ...terms },
    });
    const today = dayOf(act.now);
    await levelCredits(tx, act, today, [contractId]);
    await redateCredits(tx, act, today, contractId);
    return done();
  });
}
