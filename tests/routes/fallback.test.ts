import { beforeEach, expect, test } from 'vitest';
import * as acceptance from '~/routes/_app.proposals.$proposalId.acceptance';
import * as ranking from '~/routes/_app.proposals.$proposalId.ranking';
import * as rejection from '~/routes/_app.proposals.$proposalId.rejection';
import * as split from '~/routes/_app.proposals.$proposalId.split';
import * as completion from '~/routes/_app.actions.$actionId.completion';
import * as reopening from '~/routes/_app.actions.$actionId.reopening';
import * as abandonment from '~/routes/_app.proposals.$proposalId.switches.$planId.abandonment';
import * as page from '~/routes/_app.proposals.$proposalId._index';
import * as newProposal from '~/routes/_app.proposals.new';
import * as list from '~/routes/_app.fallback._index';
import * as readiness from '~/routes/_app.readiness._index';
import * as listExport from '~/routes/fallback_.export';
import * as readinessExport from '~/routes/readiness_.export';
import { offerings } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../cast';
import { freshStore } from '../database';
import { contextFor, visitAs, type Visitor } from '../visit';
import { eq } from 'drizzle-orm';
import { proposed, shown, type ListBody } from './proposal-visits';

let store: Store;
let cast: Cast;
let petra: Visitor;
let mona: Visitor;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  const context = contextFor(store);
  petra = await visitAs(context, cast.person.petra);
  mona = await visitAs(context, cast.person.mona);
});

test('proposals are listed, filtered by the URL, and exported as they are shown', async () => {
  const id = await proposed(store, mona);
  const { body } = await petra.load(list, '/fallback?vendor=BRITTLE&cause=critical_breach');
  expect(body as ListBody).toMatchObject({ total: 1, rows: [{ id, leader: 'Harbour Line' }] });
  const none = await petra.load(list, '/fallback?candidates=none');
  expect((none.body as ListBody).rows).toEqual([]);
  const file = await petra.load(listExport, '/fallback/export?vendor=BRITTLE');
  expect(String(file.body)).toContain('Harbour Line');
  expect(String(file.body).trim().split('\r\n')).toHaveLength(2);
});

test('a manager accepts a candidate on the proposal of the job and gets its switch plan', async () => {
  const id = await proposed(store, mona);
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
  const id = await proposed(store, mona);
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
  const id = await proposed(store, mona);
  const send = (reason: string) =>
    mona.send(rejection, `/proposals/${id}/rejection`, { reason }, { proposalId: id });
  expect((await send('  ')).status).toBe(422);
  expect((await send('They mend it.')).status).toBe(302);
});

test('steps are marked by procurement, opened again, and a switch is abandoned by a manager', async () => {
  const id = await proposed(store, mona);
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
  const id = await proposed(store, mona);
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
