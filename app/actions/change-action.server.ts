import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { changedFields } from '~/audit/entry';
import { record } from '~/audit/record.server';
import type { Refused } from '~/shared/outcome';
import { refused } from '~/shared/outcome';
import { actions } from '~db/schema/actions';
import type { Tx } from '~db/store.server';
import type { ActionSources, ActionVerb } from './action-source.server';
import { findAction, type Action } from './find-action.server';

/** The action behind a verb, locked, or why the verb is refused: not there, cancelled, or held by what it came from. */
export async function actionToChange(
  tx: Tx,
  act: Act,
  actionId: number,
  { verb, sources }: { verb: ActionVerb; sources: ActionSources },
): Promise<{ action: Action; no?: never } | { no: Refused; action?: never }> {
  await tx.lockRow('actions', 'id', actionId);
  const action = await findAction(tx, act.scope, actionId);
  if (!action) return { no: refused('not_found') };
  if (action.cancelledAt !== null) return { no: refused('action_cancelled') };
  const no = await sources[action.origin]?.refuse?.(tx, act, action, verb);
  return no ? { no } : { action };
}

/** Changes an action with its entry in the audit trail; nothing where nothing differs. */
export async function changeAction(
  tx: Tx,
  act: Act,
  action: Action,
  {
    audit,
    fields,
    reason = null,
  }: { audit: string; fields: Partial<Action>; reason?: string | null },
): Promise<void> {
  const changed = changedFields(action, fields);
  if (!changed) return;
  await tx.update(actions).set(fields).where(eq(actions.id, action.id));
  await record(tx, act, {
    action: audit,
    entity: 'action',
    entityId: action.id,
    vendorId: action.vendorId,
    before: { title: action.title ?? action.step, ...changed.before },
    after: {
      title: action.title ?? action.step,
      ...changed.after,
      ...(reason !== null && { reason }),
    },
  });
}
