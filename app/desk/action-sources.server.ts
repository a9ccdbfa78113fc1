import type { ActionSources } from '~/actions/action-source.server';
import { switchSource } from '~/fallback/finish-switch.server';
import { conditionSource } from '~/onboarding/condition-source.server';

/** What each area has to say to the actions that came from it, put together for whoever ticks them off. */
export const actionSources: ActionSources = {
  assessment: conditionSource,
  switch: switchSource,
};
