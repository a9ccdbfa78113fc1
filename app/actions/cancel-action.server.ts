import { and, eq, isNull } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { reasonText } from '~/shared/reason-text';
import { done, refused, type Outcome } from '~/shared/outcome';
import { actions } from '~db/schema/actions';
import type { Store, Tx } from '~db/store.server';
import type { ActionOrigin } from './action';
import type { ActionSources } from './action-source.server';
import { actionToChange, changeAction } from './change-action.server';

/** Calls an open action off, for a reason that stays beside it. */
export async function cancelAction(
  store: Store,
  act: Act,
  { actionId, reason }: { actionId: number; reason: string },
  sources: ActionSources,
): Promise<Outcome> {
  const said = reasonText(reason, { field: 'reason', missing: null });
  if (!said.ok) return said;
  const why = said.value;
  return store.transact(async (tx) => {
    const { action, no } = await actionToChange(tx, act, actionId, { verb: 'cancel', sources });
    if (no) return no;
    if (action.doneAt !== null) return refused('action_done');
    if (why === '') return refused('reason_required', {}, 'reason');
    const fields = { cancelledAt: act.now.toISOString(), cancelReason: why };
    await changeAction(tx, act, action, { audit: 'action.cancelled', fields });
    return done();
  });
}

/** Calls off what is open of a record that has ended; the record's own entry in the audit trail says so. */
export async function cancelActionsOf(
  tx: Tx,
  act: Act,
  { origin, originId, reason }: { origin: ActionOrigin; originId: number; reason?: string },
): Promise<void> {
  await tx
    .update(actions)
    .set({ cancelledAt: act.now.toISOString(), cancelReason: reason ?? null })
    .where(
      and(
        eq(actions.origin, origin),
        eq(actions.originId, originId),
        isNull(actions.doneAt),
        isNull(actions.cancelledAt),
      ),
    );
}
