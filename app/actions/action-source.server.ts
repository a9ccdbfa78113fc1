import type { Act } from '~/auth/act';
import type { Refused } from '~/shared/outcome';
import type { Tx } from '~db/store.server';
import type { ActionOrigin } from './action';
import type { Action } from './find-action.server';

export type ActionVerb = 'complete' | 'reopen' | 'move' | 'cancel';

/**
 * What the record behind an action has to say to it: whether it may change (null: it may), and what follows when it is
 * done. `follow` answers true where the record ended with it. Areas give theirs; the register of actions knows no area.
 */
export type ActionSource = {
  /** Whoever moves one of its actions says why. */
  asksReason?: true;
  refuse?: (tx: Tx, act: Act, action: Action, verb: ActionVerb) => Promise<Refused | null>;
  follow?: (tx: Tx, act: Act, action: Action) => Promise<boolean>;
};
export type ActionSources = Partial<Record<ActionOrigin, ActionSource>>;
