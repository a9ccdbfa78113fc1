import { beforeEach } from 'vitest';
import type { Act } from '~/auth/act';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../cast';
import { freshStore } from '../database';
import { actOf } from './review-cast';

export let store: Store;
export let cast: Cast;
export let mona: Act;
export let petra: Act;
export let bruno: Act;

/** Begins each test with the cast. */
export function castForEach() {
  beforeEach(async () => {
    store = await freshStore();
    cast = await castInto(store);
    mona = actOf(cast.person.mona);
    petra = actOf(cast.person.petra);
    bruno = actOf(cast.person.bruno, cast.vendor.brittle.id);
  });
}
