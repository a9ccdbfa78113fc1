import { eq } from 'drizzle-orm';
import { canonical } from '~/audit/entry';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import { settlementTerms } from '~db/schema/settlement';
import type { Reader, Store } from '~db/store.server';
import { isUnderReview } from './contract';
import { markStale } from './mark-stale.server';
import { findContract } from './contract-queries.server';
import { noSettlementTerms, type SettlementTerms } from './settlement-terms';

/** How a contract's credits are claimed and whether it pays a bonus; no limit and no bonus where nothing is agreed. */
export async function settlementTermsOf(
  reader: Reader,
  contractId: number,
): Promise<SettlementTerms> {
  const [row] = await reader
    .select()
    .from(settlementTerms)
    .where(eq(settlementTerms.contractId, contractId));
  if (!row) return noSettlementTerms;
  const { claimDays, claimFrom, claimCount, bonusPercent } = row;
  return { claimDays, claimFrom, claimCount, bonusPercent };
}

export type KeepSettlementTerms = {
  contractId: number;
  /** What stood when the change was written: whoever decides on it saw only what differs from this. */
  before: SettlementTerms;
  terms: SettlementTerms;
  /** Null where no day was said. */
  effectiveFrom: string | null;
};

/**
 * Keeps how a contract's credits are claimed. The deadlines of what is still to be claimed are set anew by whatever levels
 * its credits next. Refused where something else stands by now (`changed_meanwhile`), and from any day but the contract's
 * first (`settlement_from_start`): a contract has these terms once, for all its months.
 */
export async function keepSettlementTerms(
  store: Store,
  act: Act,
  { contractId, before, terms, effectiveFrom }: KeepSettlementTerms,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    if (!contract) return refused('not_found');
    if (isUnderReview(contract.state)) return refused('contract_in_review');
    const standing = await settlementTermsOf(tx, contractId);
    if (canonical(standing) !== canonical(before)) return refused('changed_meanwhile');
    if (canonical(before) === canonical(terms)) return refused('amendment_empty');
    const { startsOn } = contract;
    if (effectiveFrom !== null && effectiveFrom !== startsOn)
      return refused('settlement_from_start', { starts: startsOn }, 'effectiveFrom');
    const kept = { ...terms, changedAt: act.now.toISOString(), dated: false };
    await tx
      .insert(settlementTerms)
      .values({ contractId, ...kept })
      .onConflictDoUpdate({ target: settlementTerms.contractId, set: kept });
    await markStale(tx, [contractId]);
    await record(tx, act, {
      action: 'contract.settlement_agreed',
      entity: 'contract',
      entityId: contractId,
      vendorId: contract.vendorId,
      before: { ...before },
      after: { ...terms },
    });
    return done();
  });
}
