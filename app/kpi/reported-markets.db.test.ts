import { beforeEach, expect, it } from 'vitest';
import { everything, type Scope } from '~/auth/act';
import { keepMarket } from '~/vendors/keep-market.server';
import { marketChoices } from '~/vendors/library-queries.server';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { actOf } from '../../tests/ledger';
import { createMarkets } from './create-markets.server';

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

const petra = () => actOf(cast.person.petra, '2024-01-12');
const route = { code: 'LYON_NICE', name: 'Lyon → Nice' };
const report = (vendorId: number | null, wanted = [route]) =>
  store.transact((tx) => createMarkets(tx, petra(), wanted, vendorId));
const ofVendor = (vendorId: number): Scope => ({ kind: 'vendor', vendorId });
const sees = async (scope: Scope) =>
  (await marketChoices(store.read, scope)).some(({ code }) => code === route.code);

it('a market that a vendor’s report names is known to it and to us, and to no other vendor', async () => {
  const { harbour, brittle } = cast.vendor;
  await report(harbour.id);
  expect(await sees(ofVendor(harbour.id))).toBe(true);
  expect(await sees(everything)).toBe(true);
  expect(await sees(ofVendor(brittle.id))).toBe(false);
});

it('named by two vendors it is everybody’s', async () => {
  const { harbour, brittle, polar } = cast.vendor;
  await report(harbour.id);
  await report(harbour.id);
  expect(await sees(ofVendor(polar.id))).toBe(false);
  await report(brittle.id);
  expect(await sees(ofVendor(polar.id))).toBe(true);
});

it('kept in the register by one of us it is everybody’s', async () => {
  await report(cast.vendor.harbour.id);
  const market = (await marketChoices(store.read, everything)).find(
    ({ code }) => code === route.code,
  );
  const fields = { code: route.code, nameEn: 'Lyon to Nice', nameZh: '里昂至尼斯', level: 'city' };
  const input = { ...fields, parent: String(market?.parentId) };
  expect(await keepMarket(store, petra(), market?.id ?? 0, input)).toMatchObject({
    ok: true,
  });
  expect(await sees(ofVendor(cast.vendor.brittle.id))).toBe(true);
});

it('thousands come in at once', async () => {
  const many = Array.from({ length: 6000 }, (_, at) => ({ code: `R${at}`, name: `Route ${at}` }));
  await report(null, many);
  const choices = await marketChoices(store.read, everything);
  expect(choices.filter(({ code }) => /^R\d+$/.test(code))).toHaveLength(6000);
});
