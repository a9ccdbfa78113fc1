import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { keepContact } from '~/vendors/keep-contact.server';
import { subjectKeys } from '~db/schema/privacy';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { differences, dumpStore } from './compare-stores';

/** Two stores in which the same was done. */
let stores: Store[];
beforeEach(async () => {
  stores = [await freshStore(), await freshStore()];
  for (const store of stores) await enterContact(store, await castInto(store));
});

async function enterContact(store: Store, cast: Cast): Promise<void> {
  const { id, name, role } = cast.person.mona;
  const actor = { kind: 'person', personId: id, name, role, address: '203.0.113.7' } as const;
  const act: Act = { actor, now: testNow, scope: everything };
  const contact = { side: 'vendor', role: 'sponsor', level: '', name: 'Jeanne', email: '' };
  await keepContact(store, act, cast.vendor.harbour.id, null, { ...contact, phone: '1' });
}

async function compared(): Promise<string[]> {
  const [one, other] = await Promise.all(stores.map((store) => dumpStore(store.read)));
  return one && other ? differences(one, other) : ['not there'];
}

it('finds nothing between stores in which the same was done, though keys and ids differ', async () => {
  expect(await compared()).toEqual([]);
});

it('misses a key by whose it is', async () => {
  const ofContact = eq(subjectKeys.entity, 'contact');
  await stores[1]?.transact((tx) => tx.delete(subjectKeys).where(ofContact));
  expect(await compared()).toEqual([
    expect.stringMatching(/^subject_keys lacks .*"entity":"contact"/),
  ]);
});

it('finds a key of somebody else in its place', async () => {
  const ofContact = eq(subjectKeys.entity, 'contact');
  await stores[1]?.transact((tx) =>
    tx.update(subjectKeys).set({ entityId: '4700000000000000' }).where(ofContact),
  );
  expect(await compared()).toHaveLength(2);
});
