import type { Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store, Tx } from '~db/store.server';
import { addTerm } from './add-term.server';
import { carryOn } from './carry-on.server';
import { datedFees, differingFields, type AmendmentChange } from './amendment';
import { takeFromRun } from './take-standard.server';
import { changeContract } from './change-contract.server';
import { changeTerm } from './change-term.server';
import { findContract } from './contract-queries.server';
import { keepSettlementTerms } from './keep-settlement-terms.server';
import { wholeContract } from './whole-contract.server';
import { withdrawTerm } from './withdraw-term.server';

type Changes = {
  contractId: number;
  changes: readonly AmendmentChange[];
  /** Null leaves each document its own day. */
  effectiveFrom: string | null;
  reason: string;
};

/** Applies the changes of an amendment, all or none. */
export async function applyChanges(
  store: Store,
  act: Act,
  { contractId, changes, effectiveFrom, reason }: Changes,
): Promise<Outcome> {
  return store.transact(async () => {
    for (const change of changes) {
      const outcome = await applyChange(store, act, contractId, change, effectiveFrom, reason);
      if (!outcome.ok) return outcome;
    }
    return done();
  });
}

/** Whether the changes could be applied: they are tried and undone. */
export async function tryChanges(store: Store, act: Act, changes: Changes): Promise<Outcome> {
  return store.rehearse(() => applyChanges(store, act, changes));
}

/** What a contract's file would change beside the terms: tried and undone, so that both sides are written alike. */
export async function fieldsChangedBy(
  store: Store,
  act: Act,
  { contractId, file }: { contractId: number; file: unknown },
): Promise<Outcome<Record<string, unknown>>> {
  return store.rehearse(async (tx) => {
    const before = await fileOf(tx, act, contractId);
    const changed = await changeContract(store, act, { contractId, file, as: 'amendment' });
    if (!changed.ok) return changed;
    const after = await fileOf(tx, act, contractId);
    return before && after ? done(differingFields(before, after)) : refused('not_found');
  });
}

async function fileOf(tx: Tx, act: Act, contractId: number) {
  const contract = await findContract(tx, act.scope, contractId);
  return contract && wholeContract(tx, act.scope, contract);
}

async function applyChange(
  store: Store,
  act: Act,
  contractId: number,
  change: AmendmentChange,
  effectiveFrom: string | null,
  reason: string,
): Promise<Outcome<unknown>> {
  const dated = (document: Record<string, unknown>) =>
    effectiveFrom === null ? document : { ...document, effective_from: effectiveFrom };
  switch (change.kind) {
    case 'fields': {
      const before = await store.transact((tx) => fileOf(tx, act, contractId));
      if (!before) return refused('not_found');
      const fields =
        effectiveFrom === null ? change.fields : datedFees(before, change.fields, effectiveFrom);
      const file = { ...before, ...fields, terms: [] };
      return changeContract(store, act, { contractId, file, as: 'amendment' });
    }
    case 'term_added':
      return addTerm(store, act, { contractId, document: dated(change.document), reason });
    case 'term_changed':
      return changeTerm(store, act, {
        ...{ contractId, termId: change.termId, document: dated(change.document) },
        ...{ reason, basedOn: change.basedOn },
      });
    case 'term_ended':
      return withdrawTerm(store, act, {
        ...{ contractId, termId: change.termId, lastDay: change.lastDay, reason },
      });
    case 'settlement':
      return keepSettlementTerms(store, act, {
        ...{ contractId, before: change.before, terms: change.terms, effectiveFrom },
      });
    case 'standard':
      return takeFromRun(store, act, contractId, change);
    case 'renewed':
      return carryOn(store, act, { contractId, ends: change.ends, reason });
  }
}
