import type { Act } from '~/auth/act';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { movedFields, ownerOf } from './action-fields';
import type { ActionSources } from './action-source.server';
import { actionToChange, changeAction } from './change-action.server';
import { isColleague } from './colleague-queries.server';
import { tellOwner } from './tell-owner.server';

/**
 * Gives an open action to somebody else, on our side or the vendor's, or moves its due day; for a reason where the record
 * behind it asks for one (`reason_required`).
 */
export async function moveAction(
  store: Store,
  act: Act,
  { actionId, input }: { actionId: number; input: unknown },
  sources: ActionSources,
): Promise<Outcome> {
  const read = readFields(movedFields, input);
  if (!read.ok) return read;
  return store.transact(async (tx) => {
    const { action, no } = await actionToChange(tx, act, actionId, { verb: 'move', sources });
    if (no) return no;
    if (action.doneAt !== null) return refused('action_done');
    const { reason } = read.value;
    if (reason === null && sources[action.origin]?.asksReason)
      return refused('reason_required', {}, 'reason');
    const owner = ownerOf(read.value);
    if (!(await isColleague(tx, owner.ownerId))) return refused('not_a_choice', {}, 'ownerId');
    const fields = { ...owner, dueOn: read.value.dueOn };
    await changeAction(tx, act, action, { audit: 'action.moved', fields, reason });
    if (owner.side !== action.side || owner.ownerId !== action.ownerId)
      await tellOwner(tx, act, { ...action, ...fields });
    return done();
  });
}
