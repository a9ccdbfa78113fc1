import { beforeEach, expect, test } from 'vitest';
import { everything, type Scope } from '~/auth/act';
import { proposalsToDecide } from '~/desk/fallback-task-queries.server';
import { findProposal } from '~/fallback/proposal-queries.server';
import { proposeDue } from '~/fallback/propose-due.server';
import * as acceptance from '~/routes/_app.proposals.$proposalId.acceptance';
import * as ranking from '~/routes/_app.proposals.$proposalId.ranking';
import * as rejection from '~/routes/_app.proposals.$proposalId.rejection';
import * as split from '~/routes/_app.proposals.$proposalId.split';
import * as completion from '~/routes/_app.actions.$actionId.completion';
import * as reopening from '~/routes/_app.actions.$actionId.reopening';
import * as abandonment from '~/routes/_app.proposals.$proposalId.switches.$planId.abandonment';
import * as breachPage from '~/routes/_app.breaches.$breachId._index/route';
import * as page from '~/routes/_app.proposals.$proposalId._index';
import * as newProposal from '~/routes/_app.proposals.new';
import * as list from '~/routes/_app.fallback._index';
import * as readiness from '~/routes/_app.readiness._index';
import * as listExport from '~/routes/fallback_.export';
import * as readinessExport from '~/routes/readiness_.export';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { people } from '~db/schema/auth';
import { proposalCauses } from '~db/schema/fallback';
import { certificates, offerings, vendors } from '~db/schema/vendors';
import { randomId } from '~db/columns';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { contextFor, visitAs, type Visitor } from '../visit';
import { eq } from 'drizzle-orm';

let store: Store;
let cast: Cast;
let petra: Visitor;
let mona: Visitor;
let bruno: Visitor;
let remy: Visitor;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  const context = contextFor(store);
  petra = await visitAs(context, cast.person.petra);
  mona = await visitAs(context, cast.person.mona);
  bruno = await visitAs(context, cast.person.bruno);
  remy = await visitAs(context, cast.person.remy);
});

type ListBody = { rows: { id: number; state: string; leader: string | null }[]; total: number };
type PageBody = {
  snapshot: { asOf: string; candidates: { vendor: { id: number; code: string } }[] };
  plans: { id: number; steps: { id: number; step: string; doneAt: string | null }[] }[];
  causes: unknown[];
  mayDecide: boolean;
  askedSelf: boolean;
};

/** The job's proposal for the vendor that breaches every month. */
async function proposed(): Promise<number> {
  await evaluateDueContracts(store, testNow, '2024-01-12');
  await proposeDue(store, testNow, '2024-01-12');
  const { body } = await mona.load(list, '/fallback?state=open');
  return (body as ListBody).rows[0]?.id ?? 0;
}

const shown = async (visitor: Visitor, proposalId: number) =>
  (await visitor.load(page, `/proposals/${proposalId}`, { proposalId })).body as PageBody;

test('proposals are listed, filtered by the URL, and exported as they are shown', async () => {
  const id = await proposed();
  const { body } = await petra.load(list, '/fallback?vendor=BRITTLE&cause=critical_breach');
  expect(body as ListBody).toMatchObject({ total: 1, rows: [{ id, leader: 'Harbour Line' }] });
  const none = await petra.load(list, '/fallback?candidates=none');
  expect((none.body as ListBody).rows).toEqual([]);
  const file = await petra.load(listExport, '/fallback/export?vendor=BRITTLE');
  expect(String(file.body)).toContain('Harbour Line');
  expect(String(file.body).trim().split('\r\n')).toHaveLength(2);
});

test('a manager accepts a candidate on the proposal of the job and gets its switch plan', async () => {
  const id = await proposed();
  const before = await shown(mona, id);
  expect(before.mayDecide).toBe(true);
  const vendor = before.snapshot.candidates[0]?.vendor.id ?? 0;
  const path = `/proposals/${id}/acceptance`;
  const answer = await mona.send(acceptance, path, { vendor }, { proposalId: id });
  expect(answer.location).toBe(`/proposals/${id}`);
  const { plans, mayDecide } = await shown(mona, id);
  expect(mayDecide).toBe(false);
  expect(plans[0]?.steps.map(({ step }) => step)).toContain('parallel_run');
  const again = await mona.send(acceptance, path, { vendor }, { proposalId: id });
  expect(again).toMatchObject({
    status: 422,
    body: { refusal: { reason: { code: 'proposal_decided' } } },
  });
});

test('a split needs shares of 100 together, and gives back what was typed', async () => {
  const id = await proposed();
  const { snapshot } = await shown(mona, id);
  const [a, b] = snapshot.candidates.map(({ vendor }) => `share-${vendor.id}`);
  const send = (second: string) =>
    mona.send(
      split,
      `/proposals/${id}/split`,
      { [a ?? '']: '60', [b ?? '']: second },
      {
        proposalId: id,
      },
    );
  expect(await send('30')).toMatchObject({
    status: 422,
    body: { values: { [b ?? '']: '30' }, refusal: { reason: { code: 'shares_total' } } },
  });
  expect((await send('40')).status).toBe(302);
  expect((await shown(mona, id)).plans).toHaveLength(2);
});

test('a rejection says why', async () => {
  const id = await proposed();
  const send = (reason: string) =>
    mona.send(rejection, `/proposals/${id}/rejection`, { reason }, { proposalId: id });
  expect((await send('  ')).status).toBe(422);
  expect((await send('They mend it.')).status).toBe(302);
});

test('steps are marked by procurement, opened again, and a switch is abandoned by a manager', async () => {
  const id = await proposed();
  const { snapshot } = await shown(mona, id);
  const vendor = snapshot.candidates[0]?.vendor.id ?? 0;
  await mona.send(acceptance, `/proposals/${id}/acceptance`, { vendor }, { proposalId: id });
  const [plan] = (await shown(petra, id)).plans;
  const params = { actionId: plan?.steps[0]?.id ?? 0 };
  const base = `/actions/${params.actionId}`;
  await petra.send(completion, `${base}/completion`, {}, params);
  expect((await shown(petra, id)).plans[0]?.steps[0]?.doneAt).not.toBeNull();
  await petra.send(reopening, `${base}/reopening`, {}, params);
  expect((await shown(petra, id)).plans[0]?.steps[0]?.doneAt).toBeNull();
  const planParams = { proposalId: id, planId: plan?.id ?? 0 };
  const path = `/proposals/${id}/switches/${planParams.planId}/abandonment`;
  expect((await petra.send(abandonment, path, { reason: 'x' }, planParams)).status).toBe(403);
  expect((await mona.send(abandonment, path, { reason: '' }, planParams)).status).toBe(422);
  expect((await mona.send(abandonment, path, { reason: 'x' }, planParams)).status).toBe(302);
});

test('whoever asks for a proposal is shown that somebody else decides it', async () => {
  const form = { vendor: 'BRITTLE', scope: 'LINEHAUL/FR' };
  const answer = await mona.send(newProposal, '/proposals/new', form);
  const id = Number(answer.location?.split('/').at(-1));
  expect(await shown(mona, id)).toMatchObject({ mayDecide: false, askedSelf: true });
  const marek = await visitAs(contextFor(store), cast.person.marek);
  expect(await shown(marek, id)).toMatchObject({ mayDecide: true });
});

test('a proposal for the whole vendor speaks of each of its services and markets', async () => {
  const scoped = { vendorId: cast.vendor.brittle.id, serviceId: cast.service.support.id };
  await store.transact((tx) =>
    tx.insert(offerings).values({ ...scoped, marketId: cast.market.china.id }),
  );
  const answer = await petra.send(newProposal, '/proposals/new', { vendor: 'BRITTLE', scope: '*' });
  expect(answer.location).toBe('/fallback?state=open&vendor=BRITTLE');
  const { body } = await petra.load(list, '/fallback?vendor=BRITTLE');
  expect((body as ListBody).total).toBe(2);
});

test('ranked again, the earlier ranking stays readable', async () => {
  const id = await proposed();
  const { harbour } = cast.vendor;
  await store.transact((tx) =>
    tx.update(offerings).set({ unitPrice: '10' }).where(eq(offerings.vendorId, harbour.id)),
  );
  await petra.send(ranking, `/proposals/${id}/ranking`, {}, { proposalId: id });
  const { body } = await petra.load(page, `/proposals/${id}`, { proposalId: id });
  const { earlier } = body as { earlier: { id: number }[] };
  expect(earlier).toHaveLength(1);
  const path = `/proposals/${id}?ranking=${earlier[0]?.id ?? 0}`;
  const before = await petra.load(page, path, { proposalId: id });
  expect(before.body).toMatchObject({ isEarlier: true, mayDecide: false });
  const missing = await petra.load(page, `/proposals/${id}?ranking=1`, { proposalId: id });
  expect(missing.status).toBe(404);
});

test('readiness tells the primary, the standbys and who is exposed', async () => {
  const { tardy } = cast.vendor;
  await store.transact((tx) =>
    tx
      .update(offerings)
      .set({ sharePercent: null, standbyOrder: 1, standbySignedOn: '2023-05-01' })
      .where(eq(offerings.vendorId, tardy.id)),
  );
  const { body } = await petra.load(readiness, '/readiness');
  expect(body).toMatchObject({
    total: 1,
    exposed: 0,
    rows: [
      {
        standbys: [{ vendor: { code: 'TARDY' }, gaps: ['not_integrated', 'never_tested'] }],
        exposure: null,
      },
    ],
  });
  const file = await petra.load(readinessExport, '/readiness/export');
  expect(String(file.body)).toContain('Tardy Post');
  const exposed = await petra.load(readiness, '/readiness?exposed=yes');
  expect((exposed.body as { rows: unknown[] }).rows).toEqual([]);
});

test('a vendor finds nothing here, and who reaches elsewhere finds no proposal of these vendors', async () => {
  const id = await proposed();
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
  const id = await proposed();
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
  const id = await proposed();
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
  const id = await proposed();
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
