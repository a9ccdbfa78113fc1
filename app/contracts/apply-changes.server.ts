import type { Act } from '~/auth/act';
import { done, refused, type Outcome, type Refused } from '~/shared/outcome';
import type { Store, Tx } from '~db/store.server';
import { addTerm } from './add-term.server';
import { carryOn } from './carry-on.server';
import { datedFees, differingFields, type AmendmentChange } from './amendment';
import { takeFromRun } from './take-standard.server';
import { changeContract } from './change-contract.server';
import { changeTerm } from './change-term.server';
import { findContract } from './contract-queries.server';
import { wholeContract } from './whole-contract.server';
import { withdrawTerm } from './withdraw-term.server';

type Changes = {
  contractId: number;
  changes: readonly AmendmentChange[];
  /** Null leaves each document its own day. */
  effectiveFrom: string | null;
  reason: string;
};

/** Undoes what a transaction did, without being a failure. */
class Undone extends Error {}

/** Applies the changes of an amendment, all or none. Inside an open transaction a refusal has to undo that one. */
export async function applyChanges(
  store: Store,
  act: Act,
  { contractId, changes, effectiveFrom, reason }: Changes,
): Promise<Outcome> {
  for (const change of changes) {
    const outcome = await applyChange(store, act, contractId, change, effectiveFrom, reason);
    if (!outcome.ok) return outcome;
  }
  return done();
}

/** Whether the changes could be applied: they are tried and undone. */
export async function tryChanges(store: Store, act: Act, changes: Changes): Promise<Outcome> {
  let outcome: Outcome = done();
  try {
    await store.transact(async () => {
      outcome = await applyChanges(store, act, changes);
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return outcome;
}

/** Runs a verb in one transaction that leaves nothing behind where it is refused. */
export async function allOrNothing<T>(
  store: Store,
  verb: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  let refusal: Refused | null = null;
  try {
    return await store.transact(async () => {
      const outcome = await verb();
      if (outcome.ok) return outcome;
      refusal = outcome;
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone) || refusal === null) throw error;
    return refusal;
  }
}

/** What a contract's file would change beside the terms: tried and undone, so that both sides are written alike. */
export async function fieldsChangedBy(
  store: Store,
  act: Act,
  { contractId, file }: { contractId: number; file: unknown },
): Promise<Outcome<Record<string, unknown>>> {
  let outcome: Outcome<Record<string, unknown>> = refused('not_found');
  try {
    await store.transact(async (tx) => {
      const before = await fileOf(tx, act, contractId);
      const changed = await changeContract(store, act, { contractId, file });
      const after = changed.ok ? await fileOf(tx, act, contractId) : null;
      if (!changed.ok) outcome = changed;
      else if (before && after) outcome = done(differingFields(before, after));
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return outcome;
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
      return changeContract(store, act, { contractId, file: { ...before, ...fields, terms: [] } });
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
    case 'standard':
      return takeFromRun(store, act, contractId, change);
    case 'renewed':
      return carryOn(store, act, { contractId, ends: change.ends, reason });
  }
}
