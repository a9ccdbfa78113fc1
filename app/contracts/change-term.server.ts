import type { Act } from '~/auth/act';
import { reasonText } from '~/shared/reason-text';
import { done, refused, refusedFields, type Outcome, type Reason } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { checkTerm, type CheckedTerm } from './check-term';
import { isUnderReview } from './contract';
import { findContract } from './contract-queries.server';
import { loadLibrary } from './library-queries.server';
import type { SlaTerm } from './sla-term';
import { findTerm, type Term } from './term-queries.server';
import { isSameTerm, marketOfDocument } from './term-record';
import { latestVersion } from './term-version';
import { writeVersion } from './write-term.server';

export type ChangeTerm = {
  contractId: number;
  termId: number;
  document: unknown;
  reason: string;
  /** The version that the change was written against; refused where there is a newer one. */
  basedOn: number | null;
};

/**
 * Lets a term say something else from a date on (`effective_from`, also in the past; none is the contract's start). What
 * was agreed before stays readable and ends the day before. KPI and scope stay: another KPI is another term.
 */
export async function changeTerm(
  store: Store,
  act: Act,
  input: ChangeTerm,
): Promise<Outcome<{ termId: number }>> {
  const said = reasonText(input.reason, { field: 'reason' });
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', input.contractId);
    const contract = await findContract(tx, act.scope, input.contractId);
    const before = await findTerm(tx, act.scope, input.contractId, input.termId);
    if (!contract || !before) return refused('not_found');
    if (isUnderReview(contract.state)) return refused('contract_in_review');
    if (before.withdrawnAt !== null) return refused('term_withdrawn');
    const library = await loadLibrary(tx, marketOfDocument(input.document));
    const checked = checkTerm(input.document, library, contract);
    if (!checked.ok) return checked;
    const possible = maySay(before, checked.value, input.basedOn, said);
    if (!possible.ok) return possible;
    await writeVersion(tx, act, contract, before, checked.value.term, possible.value);
    return done({ termId: before.id });
  });
}

/** Whether a term may say something else; answers with the reason as it is kept. */
function maySay(
  before: Term,
  { term, place }: CheckedTerm,
  basedOn: number | null,
  said: Outcome<string>,
): Outcome<string> {
  const latest = latestVersion(before.versions);
  if (basedOn !== null && latest !== null && latest.id !== basedOn)
    return refused('changed_meanwhile');
  const fields: Reason[] = [];
  if (place.kpiId !== before.kpiId) fields.push({ code: 'term_kpi_fixed', field: 'kpi' });
  if (term.scope.service !== before.service)
    fields.push({ code: 'term_scope_fixed', field: 'scope.service' });
  if (term.scope.market !== before.market)
    fields.push({ code: 'term_scope_fixed', field: 'scope.market' });
  if (!said.ok) fields.push(said.reason);
  if (fields.length > 0) return refusedFields(fields);
  return latest && saysNothingNew(latest.term, term) ? refused('term_unchanged') : said;
}

/** The same from a later day on is nothing new; from an earlier one it is. */
function saysNothingNew(latest: SlaTerm, term: SlaTerm): boolean {
  const from = latest.effective_from;
  return (
    (term.effective_from ?? '') >= (from ?? '') &&
    isSameTerm(latest, { ...term, effective_from: from })
  );
}
