import { beforeEach } from 'vitest';
import { commandAct, everything, type Act, type Scope } from '~/auth/act';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast, type CastPerson } from '../cast';
import { freshStore } from '../database';

export let store: Store;
export let cast: Cast;

/** Begins each test with the cast in the registers. */
export function registersForEach() {
  beforeEach(async () => {
    store = await freshStore();
    cast = await castInto(store);
  });
}

export const command = commandAct(testNow);

export function actOf({ id, name, role }: CastPerson, scope: Scope = everything): Act {
  return {
    now: testNow,
    scope,
    actor: { kind: 'person', personId: id, name, role, address: null },
  };
}

export function asia(): Scope {
  const { id, path } = cast.market.asia;
  return { kind: 'reach', marketId: id, path };
}
