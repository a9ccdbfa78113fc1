import type { ActionSources } from '~/actions/action-source.server';
import { switchSource } from '~/fallback/finish-switch.server';

/** What each area has to say to the actions that came from it, put together for whoever ticks them off. */
export const actionSources: ActionSources = { switch: switchSource };
