import { personIdOf, type Act } from '~/auth/act';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { moveCheck } from './check-event.server';
import { findCheck } from './check-queries.server';
import { checkSignOff } from './due-diligence';
import { reasonFields } from './due-diligence-fields';

/** A second person stands behind a result. Refused to the reviewer (`check_own`), also where nobody is named. */
export async function signOffCheck(store: Store, act: Act, checkId: number): Promise<Outcome> {
  return store.transact(async (tx) => {
    await tx.lockRow('due_diligence_checks', 'id', checkId);
    const found = await findCheck(tx, act.scope, checkId);
    if (!found) return refused('not_found');
    const { check } = found;
    const allowed = checkSignOff(check, personIdOf(act));
    if (!allowed.ok || check.result === null)
      return allowed.ok ? refused('check_not_waiting', { state: check.state }) : allowed;
    const at = act.now.toISOString();
    await moveCheck(
      tx,
      act,
      check,
      { state: check.result, signedOffBy: personIdOf(act), signedOffAt: at, settledAt: at },
      { kind: 'signed_off', result: check.result },
    );
    return done();
  });
}

/** A second person sends a result back with the reason; the reviewer has it again. */
export async function returnCheck(
  store: Store,
  act: Act,
  checkId: number,
  input: unknown,
): Promise<Outcome> {
  const fields = readFields(reasonFields, input);
  if (!fields.ok) return fields;
  return store.transact(async (tx) => {
    await tx.lockRow('due_diligence_checks', 'id', checkId);
    const found = await findCheck(tx, act.scope, checkId);
    if (!found) return refused('not_found');
    const allowed = checkSignOff(found.check, personIdOf(act));
    if (!allowed.ok) return allowed;
    await moveCheck(
      tx,
      act,
      found.check,
      { state: 'in_progress' },
      { kind: 'returned', text: fields.value.reason },
    );
    return done();
  });
}
