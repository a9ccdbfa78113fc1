import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { everything } from '~/auth/act';
import { proposals, sourcingGaps } from '~db/schema/fallback';
import { certificates, offerings, vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { findProposal } from './proposal-queries.server';
import { earlierRankingsOf, findEarlierRanking } from './proposal-record-queries.server';
import { proposeOnDemand } from './propose-on-demand.server';
import { actWithin, asked, demand } from '../../tests/casts/proposal-cast';

let store: Store;
let cast: Cast;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

test('asked twice on the same data there is one proposal and one ranking', async () => {
  const id = await asked(store, cast);
  expect(await asked(store, cast)).toBe(id);
  expect(await store.read.$count(proposals)).toBe(1);
  expect(await earlierRankingsOf(store.read, id)).toEqual([]);
});

test('asked again on newer data it is ranked anew, and what it said before stays readable', async () => {
  const id = await asked(store, cast);
  await store.transact((tx) =>
    tx.update(vendors).set({ status: 'suspended' }).where(eq(vendors.code, 'HARBOUR')),
  );
  await asked(store, cast);
  const now = await findProposal(store.read, everything, id);
  expect(now?.snapshot.candidates.map(({ vendor }) => vendor.code)).toEqual(['TARDY']);
  const [earlier] = await earlierRankingsOf(store.read, id);
  const before = await findEarlierRanking(store.read, id, earlier?.id ?? 0);
  expect(before?.candidates.map(({ vendor }) => vendor.code)).toEqual(['HARBOUR', 'TARDY']);
});

test('a gap that opened is closed when a new ranking finds a candidate', async () => {
  const held = await store.read.select().from(certificates);
  await store.transact((tx) => tx.delete(certificates));
  await asked(store, cast);
  expect(await store.read.select().from(sourcingGaps)).toMatchObject([{ closedOn: null }]);
  await store.transact((tx) => tx.insert(certificates).values(held));
  await asked(store, cast);
  expect(await store.read.select().from(sourcingGaps)).toMatchObject([{ closedOn: '2024-01-12' }]);
});

test('what is unknown or out of reach can not be asked about', async () => {
  const act = actWithin(cast.person.petra);
  const code = async (more: Partial<typeof demand>, by = act) => {
    const outcome = await proposeOnDemand(store, by, { ...demand, ...more });
    return outcome.ok ? null : outcome.reason.code;
  };
  expect(await code({ vendor: 'NOBODY' })).toBe('vendor_unknown');
  expect(await code({ service: 'SUPPORT' })).toBe('vendor_without_service');
  expect(await code({ market: 'CN' })).toBe('vendor_not_in_market');
  expect(await code({ market: 'NOWHERE' })).toBe('market_unknown');
  const { asia } = cast.market;
  const scope = { kind: 'reach' as const, marketId: asia.id, path: asia.path };
  expect(await code({}, actWithin(cast.person.remy, scope))).toBe('vendor_unknown');
  expect(await store.read.$count(proposals)).toBe(0);
});

test('who reaches a part asks for what is offered there alone', async () => {
  const { brittle } = cast.vendor;
  const offered = { vendorId: brittle.id, marketId: cast.market.china.id };
  await store.transact((tx) =>
    tx.insert(offerings).values({ ...offered, serviceId: cast.service.support.id }),
  );
  const { asia } = cast.market;
  const scope = { kind: 'reach' as const, marketId: asia.id, path: asia.path };
  const ask = (service: string | null) =>
    proposeOnDemand(store, actWithin(cast.person.remy, scope), {
      ...{ vendor: 'BRITTLE', service, market: null },
    });
  expect(await ask('LINEHAUL')).toMatchObject({ reason: { code: 'vendor_without_service' } });
  expect(await ask(null)).toMatchObject({
    ok: true,
    value: [{ scope: { serviceId: cast.service.support.id, marketId: cast.market.china.id } }],
  });
});
