import { beforeEach, describe, expect, it } from 'vitest';
import * as kpiPage from '~/routes/_app.kpis.$kpiId._index';
import * as kpiList from '~/routes/_app.kpis._index';
import * as kpiNew from '~/routes/_app.kpis.new';
import * as marketForm from '~/routes/_app.markets.$marketId';
import * as marketTree from '~/routes/_app.markets._index';
import * as serviceForm from '~/routes/_app.services.$serviceId';
import * as serviceList from '~/routes/_app.services._index';
import * as vendorPage from '~/routes/_app.vendors.$vendorId._index/route';
import * as certificateForm from '~/routes/_app.vendors.$vendorId.certificates.$certificateId';
import * as contactForm from '~/routes/_app.vendors.$vendorId.contacts.$contactId';
import * as contactRemoval from '~/routes/_app.vendors.$vendorId.contacts.$contactId_.removal';
import * as vendorAdmission from '~/routes/_app.vendors.$vendorId.admission';
import * as vendorAssessment from '~/routes/_app.vendors.$vendorId.assessments.new';
import * as vendorStatus from '~/routes/_app.vendors.$vendorId.status';
import * as vendorTier from '~/routes/_app.vendors.$vendorId.tier';
import * as vendorList from '~/routes/_app.vendors._index';
import * as vendorNew from '~/routes/_app.vendors.new';
import * as vendorExport from '~/routes/vendors_.export';
import { dueDiligenceChecks } from '~db/schema/diligence';
import type { Store } from '~db/store.server';
import { castInto, passChecks, type Cast } from '../cast';
import { freshStore } from '../database';
import { contextFor, visitAs, type Visitor } from '../visit';

let store: Store;
let cast: Cast;
let petra: Visitor;
let mona: Visitor;
let ada: Visitor;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  const context = contextFor(store);
  petra = await visitAs(context, cast.person.petra);
  mona = await visitAs(context, cast.person.mona);
  ada = await visitAs(context, cast.person.ada);
});

type Rows = { rows: { id: number; code: string }[] };

async function contactIds(visitor: Visitor, vendorId: number): Promise<number[]> {
  const { body } = await visitor.load(vendorPage, `/vendors/${vendorId}`, { vendorId });
  return (body as { contacts: { id: number }[] }).contacts.map(({ id }) => id);
}

describe('vendors', () => {
  it('are listed to insiders as asked for', async () => {
    const { body } = await ada.load(vendorList, '/vendors?q=line&sort=-code&country=FR');
    expect((body as Rows).rows.map(({ code }) => code)).toEqual(['HARBOUR']);
    const file = await ada.load(vendorExport, '/vendors/export?country=CN');
    expect(file.headers.get('Content-Disposition')).toContain('vendors-2024-01-12.csv');
    expect(String(file.body)).toContain('POLAR');
    expect(String(file.body)).not.toContain('HARBOUR');
  });

  it('are registered, graded, put up for screening and let in by another person', async () => {
    const registered = await petra.send(vendorNew, '/vendors/new', {
      code: 'NEW',
      name: 'New Freight',
    });
    expect(registered.status).toBe(302);
    const path = registered.location ?? '';
    const vendorId = path.replace('/vendors/', '');
    const answers = { spend: '3', criticality: '3', dataAccess: '2', replaceability: '2' };
    await petra.send(vendorTier, `${path}/tier`, answers, { vendorId });
    const to = (visitor: Visitor, status: string) =>
      visitor.send(vendorStatus, `${path}/status`, { status }, { vendorId });
    expect((await to(petra, 'screening')).status).toBe(302);
    expect(await to(mona, 'approved')).toMatchObject({
      status: 422,
      body: { refusal: { reason: { code: 'vendor_needs_admission' } } },
    });
    const decide = (visitor: Visitor) =>
      visitor.send(
        vendorAdmission,
        `${path}/admission`,
        { decision: 'approve', reason: 'As assessed' },
        { vendorId },
      );
    const refusedTo = async (visitor: Visitor, code: string) =>
      expect(await decide(visitor)).toMatchObject({
        status: 422,
        body: { refusal: { reason: { code } } },
      });
    await refusedTo(mona, 'admission_needs_assessment');
    const elsewhere = { scorecard: 'Audit', total: '88', result: 'qualified' };
    const valid = { assessedOn: '2024-01-02', validUntil: '2025-01-01' };
    const form = { ...elsewhere, ...valid };
    await petra.send(vendorAssessment, `${path}/assessments/new`, form, { vendorId });
    await refusedTo(mona, 'admission_sanctions');
    await store.transact((tx) => tx.delete(dueDiligenceChecks));
    await passChecks(store, Number(vendorId));
    // Petra put it up: refused on the server, and the page says so before she asks.
    await refusedTo(petra, 'took_part');
    const asPetra = await petra.load(vendorAdmission, `${path}/admission`, { vendorId });
    expect(asPetra.body).toMatchObject({ refusal: { code: 'took_part' } });
    expect((await decide(mona)).location).toBe(path);
    const page = await mona.load(vendorPage, path, { vendorId });
    expect(page.body).toMatchObject({
      vendor: { status: 'approved', tier: 'strategic' },
      history: [{ status: 'approved' }, { status: 'screening' }, { tier: 'strategic' }, {}],
    });
  });

  it('are given back what was typed when a form is refused', async () => {
    const typed = { code: 'HARBOUR', name: 'Another', country: 'FR' };
    expect(await petra.send(vendorNew, '/vendors/new', typed)).toMatchObject({
      status: 422,
      body: { refusal: { reason: { code: 'vendor_code_taken', field: 'code' } }, values: typed },
    });
  });

  it('are not there under an address that is none, and not changed by those who only read', async () => {
    for (const vendorId of ['1', 'x', '99999999999999999999'])
      expect((await petra.load(vendorPage, `/vendors/${vendorId}`, { vendorId })).status).toBe(404);
    expect((await ada.send(vendorNew, '/vendors/new', { code: 'A', name: 'A' })).status).toBe(403);
    expect((await mona.load(vendorNew, '/vendors/new')).status).toBe(403);
  });

  it('keep their contacts and certificates apart from other vendors’', async () => {
    const { harbour, polar } = cast.vendor;
    const path = `/vendors/${harbour.id}/contacts`;
    const fields = { side: 'ours', role: 'sponsor', name: 'Ann', phone: '1' };
    const params = { vendorId: harbour.id, contactId: 'new' };
    expect((await petra.send(contactForm, `${path}/new`, fields, params)).status).toBe(302);
    const [contactId = 0] = await contactIds(petra, harbour.id);
    const foreign = { vendorId: polar.id, contactId };
    expect((await petra.load(contactForm, path, foreign)).status).toBe(404);
    expect((await petra.send(contactForm, path, fields, foreign)).status).toBe(404);
    expect((await petra.send(contactRemoval, path, {}, foreign)).status).toBe(404);
    expect(await contactIds(petra, harbour.id)).toEqual([contactId]);
    const own = { vendorId: harbour.id, contactId };
    expect((await petra.send(contactRemoval, path, {}, own)).status).toBe(302);
    expect(await contactIds(petra, harbour.id)).toEqual([]);
    const bad = { kind: 'GDP', issuedOn: 'soon' };
    const at = { vendorId: harbour.id, certificateId: 'new' };
    expect(await petra.send(certificateForm, path, bad, at)).toMatchObject({
      body: { refusal: { reason: { code: 'not_a_date', field: 'issuedOn' } } },
    });
  });
});

describe('library', () => {
  it('shows services, the market tree and KPIs to those who read', async () => {
    const services = (await ada.load(serviceList, '/services')).body as Rows;
    expect(services.rows).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: cast.service.haulage.code })]),
    );
    const tree = (await ada.load(marketTree, '/markets')).body as {
      rows: { code: string; depth: number; within: number }[];
    };
    expect(tree.rows.map(({ code, depth }) => `${depth}${code}`)).toEqual([
      '0WORLD',
      '1ASIA',
      '2CN',
      '1EUROPE',
      '2FR',
      '3PARIS',
    ]);
    expect(tree.rows[0]?.within).toBe(5);
    const kpis = (await ada.load(kpiList, '/kpis?q=otd')).body as Rows & {
      rows: { terms: number }[];
    };
    expect(kpis.rows).toMatchObject([{ code: 'OTD_PCT', terms: 4 }]);
    const kpiId = kpis.rows[0]?.id ?? 0;
    expect(await ada.load(kpiPage, `/kpis/${kpiId}`, { kpiId })).toMatchObject({
      body: { terms: 4, canWrite: false },
    });
  });

  it('is added to by forms, and refuses what makes no sense', async () => {
    const service = {
      code: 'VOICE',
      nameEn: 'Voice support',
      nameZh: '语音客服',
      recoveryDays: '3',
    };
    const add = (fields: Record<string, string>) =>
      petra.send(serviceForm, '/services/new', fields, { serviceId: 'new' });
    expect((await add(service)).location).toBe('/services');
    expect((await add(service)).status).toBe(422);
    expect((await add({ ...service, code: 'B', recoveryDays: '1.5' })).status).toBe(422);
    const { france, paris } = cast.market;
    const cycle = {
      code: 'FR',
      nameEn: 'France',
      nameZh: '法国',
      level: 'country',
      parent: String(paris.id),
    };
    expect(
      await petra.send(marketForm, `/markets/${france.id}`, cycle, { marketId: france.id }),
    ).toMatchObject({ status: 422, body: { values: cycle } });
    const kpi = {
      code: 'CSAT',
      nameEn: 'Satisfaction',
      nameZh: '满意度',
      unit: '%',
      better: 'higher',
      category: 'relationship',
    };
    expect((await petra.send(kpiNew, '/kpis/new', kpi)).status).toBe(302);
    expect((await mona.send(kpiNew, '/kpis/new', { ...kpi, code: 'NPS' })).status).toBe(403);
  });
});
