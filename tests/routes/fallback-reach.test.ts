import { beforeEach, expect, test } from 'vitest';
import { everything, type Scope } from '~/auth/act';
import { proposalsToDecide } from '~/desk/fallback-task-queries.server';
import { findProposal } from '~/fallback/proposal-queries.server';
import * as acceptance from '~/routes/_app.proposals.$proposalId.acceptance';
import * as breachPage from '~/routes/_app.breaches.$breachId._index/route';
import * as page from '~/routes/_app.proposals.$proposalId._index';
import * as newProposal from '~/routes/_app.proposals.new';
import * as list from '~/routes/_app.fallback._index';
import * as readiness from '~/routes/_app.readiness._index';
import * as listExport from '~/routes/fallback_.export';
import { people } from '~db/schema/auth';
import { proposalCauses } from '~db/schema/fallback';
import { certificates, offerings, vendors } from '~db/schema/vendors';
import { randomId } from '~db/columns';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { contextFor, visitAs, type Visitor } from '../visit';
import { eq } from 'drizzle-orm';
import { proposed } from './proposal-visits';

let store: Store;
let cast: Cast;
let mona: Visitor;
let bruno: Visitor;
let remy: Visitor;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  const context = contextFor(store);
  mona = await visitAs(context, cast.person.mona);
  bruno = await visitAs(context, cast.person.bruno);
  remy = await visitAs(context, cast.person.remy);
});

test('a vendor finds nothing here, and who reaches elsewhere finds no proposal of these vendors', async () => {
  const id = await proposed(store, mona);
  const params = { proposalId: id };
  for (const [route, path] of [
    [list, '/fallback'],
    [readiness, '/readiness'],
    [newProposal, '/proposals/new'],
    [listExport, '/fallback/export'],
    [page, `/proposals/${id}`],
  ] as const) {
    expect((await bruno.load(route, path, params)).status).toBe(404);
  }
  expect((await remy.load(page, `/proposals/${id}`, params)).status).toBe(404);
  expect((await remy.load(list, '/fallback')).body).toMatchObject({ total: 0 });
});

test('who reaches a part is told how many fail a gate elsewhere, and none of their names', async () => {
  const distant = Array.from({ length: 60 }, (_, at) => ({ id: randomId(), code: `DISTANT${at}` }));
  await store.transact(async (tx) => {
    const registered = { status: 'active', createdAt: testNow.toISOString() } as const;
    await tx
      .insert(vendors)
      .values(
        distant.map((firm) => ({ ...firm, ...registered, name: firm.code, formerNames: [] })),
      );
    const offered = { serviceId: cast.service.haulage.id, marketId: cast.market.china.id };
    await tx.insert(offerings).values(distant.map(({ id }) => ({ ...offered, vendorId: id })));
    await tx
      .update(people)
      .set({ reachMarketId: cast.market.france.id })
      .where(eq(people.id, cast.person.remy.id));
  });
  const id = await proposed(store, mona);
  const read = async (visitor: Visitor) =>
    (await visitor.load(page, `/proposals/${id}`, { proposalId: id })).body;
  const whole = JSON.stringify(await read(mona));
  expect(distant.filter(({ code }) => !whole.includes(`"${code}"`))).toEqual([]);
  const within = await read(remy);
  expect(within).toMatchObject({ unnamed: 60, tally: { excluded: 62 } });
  expect(JSON.stringify(within)).not.toContain('DISTANT');
  expect(JSON.stringify(within)).toContain('Polar Swift');
});

test('whoever picks one that is kept by name alone reads what its rank rests on, and what has changed since', async () => {
  const many = Array.from({ length: 60 }, (_, at) => ({ id: randomId(), code: `MANY${at}` }));
  await store.transact(async (tx) => {
    const registered = { status: 'active', createdAt: testNow.toISOString() } as const;
    await tx
      .insert(vendors)
      .values(many.map((firm) => ({ ...firm, ...registered, name: firm.code, formerNames: [] })));
    const offered = { serviceId: cast.service.haulage.id, marketId: cast.market.france.id };
    await tx.insert(offerings).values(many.map(({ id }) => ({ ...offered, vendorId: id })));
    await tx.insert(certificates).values(
      many.map(({ id, code }) => ({
        ...{ vendorId: id, kind: 'ISO 9001', number: code },
        ...{ issuedOn: '2022-06-01', expiresOn: '2025-05-31' },
      })),
    );
  });
  const id = await proposed(store, mona);
  const proposal = await findProposal(store.read, everything, id);
  const last = proposal?.snapshot.behind?.candidates.at(-1);
  const vendorId = last?.vendor.id ?? 0;
  const read = async () =>
    (
      await mona.load(acceptance, `/proposals/${id}/acceptance?vendor=${vendorId}`, {
        proposalId: id,
      })
    ).body;
  expect(await read()).toMatchObject({
    brief: {
      ...{ id: vendorId, score: last?.score, isReached: true },
      explained: { score: last?.score, failures: [], vendor: { id: vendorId } },
    },
  });
  await store.transact((tx) => tx.delete(certificates).where(eq(certificates.vendorId, vendorId)));
  expect(await read()).toMatchObject({
    brief: { explained: { failures: [{ gate: 'certificates', missing: [{ kind: 'ISO 9001' }] }] } },
  });
  await store.transact((tx) => tx.delete(offerings).where(eq(offerings.vendorId, vendorId)));
  expect(await read()).toMatchObject({ brief: { id: vendorId, explained: null } });
});

test('a breach names only those proposals that the reader may open', async () => {
  const id = await proposed(store, mona);
  const [breach] = await store.read
    .select({ id: proposalCauses.breachId })
    .from(proposalCauses)
    .where(eq(proposalCauses.proposalId, id));
  const breachId = breach?.id ?? 0;
  const namedTo = async (visitor: Visitor) =>
    (await visitor.load(breachPage, `/breaches/${breachId}`, { breachId })).body;
  await store.transact(async (tx) => {
    const scoped = { vendorId: cast.vendor.brittle.id, marketId: cast.market.china.id };
    await tx.insert(offerings).values({ ...scoped, serviceId: cast.service.support.id });
  });
  expect(await namedTo(mona)).toMatchObject({ proposals: [{ id }] });
  expect(await namedTo(remy)).toMatchObject({ id: breachId, proposals: [] });
  expect((await remy.load(page, `/proposals/${id}`, { proposalId: id })).status).toBe(404);
  const { asia, europe } = cast.market;
  const reachOf = ({ id: marketId, path }: { id: number; path: string }): Scope => ({
    ...{ kind: 'reach', marketId, path },
  });
  expect(await proposalsToDecide(store.read, reachOf(asia), 'en')).toEqual([]);
  expect(await proposalsToDecide(store.read, reachOf(europe), 'en')).toHaveLength(1);
});
