import { beforeAll, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import * as amendmentRoute from '~/routes/_app.contracts.$contractId.amendments.$amendmentId._index';
import * as amendmentApprovalRoute from '~/routes/_app.contracts.$contractId.amendments.$amendmentId.approval';
import * as proposalRoute from '~/routes/_app.contracts.$contractId.amendments.$amendmentId.proposal';
import * as backtestRoute from '~/routes/_app.contracts.$contractId.backtest';
import * as contractRoute from '~/routes/_app.contracts.$contractId._index/route';
import * as editRoute from '~/routes/_app.contracts.$contractId.edit';
import * as listRoute from '~/routes/_app.contracts._index';
import * as newRoute from '~/routes/_app.contracts.new';
import * as newTermRoute from '~/routes/_app.contracts.$contractId.terms.new';
import * as termDocumentRoute from '~/routes/_app.contracts.$contractId.terms.document';
import * as termEditRoute from '~/routes/_app.contracts.$contractId.terms.$termId.edit';
import * as termRoute from '~/routes/_app.contracts.$contractId.terms.$termId._index';
import * as documentRoute from '~/routes/contracts_.$contractId.document';
import * as exportRoute from '~/routes/contracts_.export';
import { contracts, slaTerms } from '~db/schema/contracts';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../cast';
import { freshStore } from '../database';
import { contextFor, visitAs, type Visitor } from '../visit';

let store: Store;
let cast: Cast;
let petra: Visitor;
let hanna: Visitor;
let mona: Visitor;
beforeAll(async () => {
  store = await freshStore();
  cast = await castInto(store);
  const context = contextFor(store);
  petra = await visitAs(context, cast.person.petra);
  mona = await visitAs(context, cast.person.mona);
  hanna = await visitAs(context, cast.person.hanna);
});

const form = {
  vendor: 'TARDY',
  number: 'T-9',
  title: 'Parcels',
  services: ['LINEHAUL'],
  markets: 'FR; CN',
  starts: '2024/1/1',
  ends: '2024-12-31',
  currency: 'EUR',
  fees: '2024-01 2024-12 1,000.00',
  'report_due.kind': 'day',
  'report_due.day': '10',
  time_zone: 'Europe/Paris',
};

const term = {
  kpi: 'OTD_PCT',
  target: '85',
  'bands.0.severity': 'minor',
  'bands.0.limit': '80',
  'bands.1.severity': 'critical',
  'bands.1.limit': '',
  'credit.method': 'none',
};

describe('the contract form', () => {
  it('keeps what was typed and stores nothing when something is wrong', async () => {
    const before = await store.read.$count(contracts);
    const answer = await petra.send(newRoute, '/contracts/new', { ...form, ends: '2023-12-31' });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      refusal: { fields: [{ code: 'ends_before_start', field: 'ends' }] },
      values: { number: 'T-9', fees: form.fees },
    });
    expect(await store.read.$count(contracts)).toBe(before);
  });

  it('enters a contract that can be read, changed and taken along', async () => {
    const created = await petra.send(newRoute, '/contracts/new', form);
    const contractId = Number(created.location?.split('/').at(-1));
    const params = { contractId };
    const page = await petra.load(contractRoute, created.location ?? '', params);
    expect(page.body).toMatchObject({
      standing: 'draft',
      fees: [{ feeMinor: 100_000 }],
      deadlines: [{ dueOn: '2024-02-10' }, {}, {}, {}],
    });
    const edit = await petra.load(editRoute, `/contracts/${contractId}/edit`, params);
    expect(edit.body).toMatchObject({
      initial: { markets: 'CN; FR', fees: '2024-01 2024-12 1000.00' },
    });
    const changed = await petra.send(
      editRoute,
      `/contracts/${contractId}/edit`,
      { ...form, title: 'Parcels and pallets' },
      params,
    );
    expect(changed.location).toBe(`/contracts/${contractId}`);
    const taken = await petra.load(documentRoute, `/contracts/${contractId}/document`, params);
    expect(JSON.parse(String(taken.body))).toMatchObject({
      title: 'Parcels and pallets',
      terms: [],
    });
  });
});

describe('the term form', () => {
  const at = () => ({ contractId: cast.vendor.harbour.contractId });
  const terms = () => store.read.$count(slaTerms, eq(slaTerms.contractId, at().contractId));

  it('names the band whose limit is wrong', async () => {
    const before = await terms();
    const wrong = { ...term, 'bands.0.limit': '90' };
    const answer = await petra.send(newTermRoute, '/contracts/1/terms/new', wrong, at());
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      refusal: { fields: [{ code: 'band_from_not_below_to', field: 'bands.0.limit' }] },
    });
    expect(await terms()).toBe(before);
  });

  it('adds a term, and changes one from a day on', async () => {
    const before = await terms();
    const added = await petra.send(newTermRoute, '/contracts/1/terms/new', term, at());
    const amendment = String(added.location);
    expect(amendment).toContain(`/contracts/${at().contractId}/amendments/`);
    expect(await terms()).toBe(before);
    const params = { ...at(), termId: cast.vendor.harbour.termId };
    const change = { ...term, effective_from: '2023-07-01', reason: 'Amendment 7' };
    const changed = await petra.send(termEditRoute, '/contracts/1/terms/1/edit', change, params);
    expect(changed.location).toBe(amendment);
    const amended = { ...at(), amendmentId: Number(amendment.split('/').at(-1)) };
    const shown = await petra.load(amendmentRoute, amendment, amended);
    expect(shown.body).toMatchObject({
      changes: [{ kind: 'term_added' }, { kind: 'term_changed', before: { target: '80' } }],
      ...{ mayPropose: true, mayDecide: false },
    });
    const proposal = { effectiveFrom: '2023-07-01', reason: 'Amendment 7' };
    await petra.send(proposalRoute, `${amendment}/proposal`, proposal, amended);
    await petra.send(amendmentApprovalRoute, `${amendment}/approval`, {}, amended);
    expect(await terms()).toBe(before);
    await mona.send(amendmentApprovalRoute, `${amendment}/approval`, {}, amended);
    expect(await terms()).toBe(before + 1);
    const seen = await petra.load(termRoute, '/contracts/1/terms/1', params);
    expect(seen.body).toMatchObject({
      term: {
        current: { term: { target: '85' } },
        versions: [
          { effectiveTo: '2023-06-30' },
          { reason: 'Amendment 7', changedBy: 'Mona Manager' },
        ],
      },
    });
    const own = await hanna.load(termRoute, '/contracts/1/terms/1', params);
    expect(own.body).toMatchObject({ term: { versions: [{}, { reason: null, changedBy: null }] } });
  });

  it('reads a pasted document and says the path of what is wrong', async () => {
    const path = '/contracts/1/terms/document';
    const paste = (document: string) => petra.send(termDocumentRoute, path, { document }, at());
    expect((await paste('{')).body).toMatchObject({
      refusal: { fields: [{ code: 'document_not_json', field: 'document' }] },
    });
    expect((await paste('{"kpi":"OTD_PCT","target":80,"color":"red"}')).body).toMatchObject({
      refusal: { fields: [{ code: 'document_at', params: { path: 'color' }, field: 'document' }] },
    });
    expect((await paste('{"kpi":"CANCEL_PCT","target":3}')).status).toBe(302);
  });

  it('tries what is typed on the past', async () => {
    const ask = (document: object) =>
      petra.send(
        backtestRoute,
        '/contracts/1/backtest',
        { document: JSON.stringify(document) },
        at(),
      );
    const tried = await ask({ kpi: 'OTD_PCT', target: 96 });
    expect(JSON.parse(String(tried.body))).toMatchObject({
      ok: true,
      value: { total: { failures: 12, runs: 1 } },
    });
    expect((await ask({ kpi: 'RUNS', target: 1 })).status).toBe(200);
    expect((await ask({ kpi: 'OTD_PCT' })).status).toBe(422);
  });
});

describe('a vendor', () => {
  it('sees its own contract alone and writes nothing', async () => {
    const list = await hanna.load(listRoute, '/contracts');
    expect(list.body).toMatchObject({ total: 1, vendors: [], services: [] });
    const file = await hanna.load(exportRoute, '/contracts/export');
    expect(String(file.body)).not.toContain('BRITTLE');
    const foreign = {
      contractId: cast.vendor.brittle.contractId,
      termId: cast.vendor.brittle.termId,
    };
    const own = { contractId: cast.vendor.harbour.contractId, termId: cast.vendor.harbour.termId };
    expect((await hanna.load(contractRoute, '/contracts/1', own)).status).toBe(200);
    for (const route of [contractRoute, termRoute, documentRoute])
      expect((await hanna.load(route, '/contracts/1', foreign)).status).toBe(404);
    for (const route of [editRoute, newTermRoute, termEditRoute, termDocumentRoute])
      expect((await hanna.send(route, '/contracts/1', {}, own)).status).toBe(404);
  });
});
