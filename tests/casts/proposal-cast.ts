import { everything, type Act, type Scope } from '~/auth/act';
import type { Store } from '~db/store.server';
import type { Cast, CastPerson } from '../cast';
import { proposeOnDemand } from '~/fallback/propose-on-demand.server';
import { actOf } from './review-cast';

/** Brittle’s linehaul in France, which Petra asks about. */
export const demand = { vendor: 'BRITTLE', service: 'LINEHAUL', market: 'FR' };

/** What somebody of the cast does within a scope. */
export function actWithin(person: CastPerson, scope: Scope = everything): Act {
  return { ...actOf(person), scope };
}

/** The proposal that comes of asking. */
export async function asked(store: Store, cast: Cast): Promise<number> {
  const outcome = await proposeOnDemand(store, actOf(cast.person.petra), demand);
  if (!outcome.ok) throw new Error(outcome.reason.code);
  const [proposed] = outcome.value;
  if (!proposed) throw new Error('nothing was proposed');
  return proposed.proposalId;
}
