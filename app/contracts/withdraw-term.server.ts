import { eq, inArray } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { isDate } from '~/shared/calendar';
import { reasonText } from '~/shared/reason-text';
import { done, refused, type Outcome } from '~/shared/outcome';
import { slaTerms, slaTermVersions } from '~db/schema/contracts';
import type { Store } from '~db/store.server';
import { isUnderReview } from './contract';
import { findContract } from './contract-queries.server';
import { markStale } from './mark-stale.server';
import { findTerm } from './term-queries.server';
import { endAfter } from './term-version';

export type WithdrawTerm = {
  contractId: number;
  termId: number;
  /** The last day on which the term holds. */
  lastDay: string;
  reason: string;
};

/** Ends a term after a day, also one in the past; one that would then never have held is withdrawn altogether. */
export async function withdrawTerm(
  store: Store,
  act: Act,
  { contractId, termId, lastDay, reason }: WithdrawTerm,
): Promise<Outcome> {
  if (!isDate(lastDay)) return refused('not_a_date', {}, 'lastDay');
  const said = reasonText(reason, { field: 'reason' });
  if (!said.ok) return said;
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    const term = await findTerm(tx, act.scope, contractId, termId);
    if (!contract || !term) return refused('not_found');
    if (isUnderReview(contract.state)) return refused('contract_in_review');
    const at = act.now.toISOString();
    const { shortened, replaced, left } = endAfter(term.versions, lastDay, contract.startsOn);
    for (const { id, effectiveTo } of shortened)
      await tx.update(slaTermVersions).set({ effectiveTo }).where(eq(slaTermVersions.id, id));
    if (left === 0)
      await tx.update(slaTerms).set({ withdrawnAt: at }).where(eq(slaTerms.id, termId));
    else if (replaced.length > 0)
      await tx
        .update(slaTermVersions)
        .set({ replacedAt: at })
        .where(inArray(slaTermVersions.id, replaced));
    await markStale(tx, [contractId]);
    await record(tx, act, {
      action: 'term.withdrawn',
      entity: 'sla_term',
      entityId: termId,
      vendorId: contract.vendorId,
      before: term.versions.findLast((version) => version.replacedAt === null)?.term ?? null,
      after: { lastDay, reason: said.value },
    });
    return done();
  });
}
