import { personIdOf, type Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { mayVendorClose } from './action';
import type { ActionSources } from './action-source.server';
import { actionToChange, changeAction } from './change-action.server';

/**
 * Ticks an action off. A vendor may do so with its own, except the conditions of its admission (`action_not_yours`).
 * `ended` says that what the action came from ended with it. One that is done already stays as it is.
 */
export async function completeAction(
  store: Store,
  act: Act,
  actionId: number,
  sources: ActionSources,
): Promise<Outcome<{ ended: boolean }>> {
  return store.transact(async (tx) => {
    const { action, no } = await actionToChange(tx, act, actionId, { verb: 'complete', sources });
    if (no) return no;
    if (act.scope.kind === 'vendor' && !mayVendorClose(action)) return refused('action_not_yours');
    if (action.doneAt !== null) return done({ ended: false });
    const fields = { doneAt: act.now.toISOString(), doneBy: personIdOf(act) };
    await changeAction(tx, act, action, { audit: 'action.completed', fields });
    const ended = await sources[action.origin]?.follow?.(tx, act, { ...action, ...fields });
    return done({ ended: ended ?? false });
  });
}

/** Opens an action again that was ticked off too soon. */
export async function reopenAction(
  store: Store,
  act: Act,
  actionId: number,
  sources: ActionSources,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const { action, no } = await actionToChange(tx, act, actionId, { verb: 'reopen', sources });
    if (no) return no;
    if (act.scope.kind === 'vendor' && !mayVendorClose(action)) return refused('action_not_yours');
    const fields = { doneAt: null, doneBy: null };
    await changeAction(tx, act, action, { audit: 'action.reopened', fields });
    return done();
  });
}
