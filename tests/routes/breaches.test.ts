import { desc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import * as breachRoute from '~/routes/_app.breaches.$breachId._index/route';
import * as acceptanceRoute from '~/routes/_app.breaches.$breachId.plan-acceptance';
import * as acknowledgementRoute from '~/routes/_app.breaches.$breachId.acknowledgement';
import * as disputeRoute from '~/routes/_app.breaches.$breachId.dispute';
import * as excusalRoute from '~/routes/_app.breaches.$breachId.excusal';
import * as planRoute from '~/routes/_app.breaches.$breachId.plan';
import * as replyRoute from '~/routes/_app.breaches.$breachId.reply';
import * as rulingRoute from '~/routes/_app.breaches.$breachId.ruling';
import * as waiverRoute from '~/routes/_app.breaches.$breachId.waiver';
import * as listRoute from '~/routes/_app.breaches._index';
import * as monthRoute from '~/routes/_app.contracts.$contractId.credits.$period._index';
import * as creditsRoute from '~/routes/_app.credits._index';
import * as performanceRoute from '~/routes/_app.performance._index';
import * as kpiRoute from '~/routes/_app.vendors.$vendorId.kpis.$kpiId';
import * as exportRoute from '~/routes/breaches_.export';
import * as kpiExportRoute from '~/routes/vendors_.$vendorId.kpis.$kpiId.export';
import { markStale } from '~/contracts/mark-stale.server';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { periodOf } from '~/shared/period';
import { breaches, cases } from '~db/schema/cases';
import { readings, reports, uploads } from '~db/schema/kpi';
import { kpiMonths } from '~db/schema/sla';
import { randomId } from '~db/columns';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { contextFor, visitAs, type Answer, type RouteModule, type Visitor } from '../visit';

let store: Store;
let cast: Cast;
let breachId: number;
let bruno: Visitor;
let hanna: Visitor;
let mona: Visitor;
let ada: Visitor;
let petra: Visitor;
let remy: Visitor;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  await evaluateDueContracts(store, testNow, '2024-01-12');
  const context = contextFor(store);
  const { person } = cast;
  bruno = await visitAs(context, person.bruno);
  hanna = await visitAs(context, person.hanna);
  mona = await visitAs(context, person.mona);
  ada = await visitAs(context, person.ada);
  petra = await visitAs(context, person.petra);
  remy = await visitAs(context, person.remy);
  const [latest] = await store.read
    .select({ id: breaches.id })
    .from(breaches)
    .where(eq(breaches.vendorId, cast.vendor.brittle.id))
    .orderBy(desc(breaches.period))
    .limit(1);
  breachId = latest?.id ?? 0;
});

const path = () => `/breaches/${breachId}`;
const see = (visitor: Visitor) => visitor.load(breachRoute, path(), { breachId });
const send = (visitor: Visitor, route: RouteModule, form = {}) =>
  visitor.send(route, path(), form, { breachId });

async function stateOf(): Promise<string | undefined> {
  const [row] = await store.read
    .select({ state: cases.state })
    .from(cases)
    .innerJoin(breaches, eq(breaches.caseId, cases.id))
    .where(eq(breaches.id, breachId));
  return row?.state;
}

const text = ({ body }: Answer) => JSON.stringify(body);

describe('who may do what with a breach', () => {
  const steps = [
    ['acknowledgement', acknowledgementRoute, {}],
    ['plan acceptance', acceptanceRoute, {}],
    ['dispute', disputeRoute, { text: 'No' }],
    ['ruling', rulingRoute, { upheld: 'no', text: 'No' }],
    ['waiver', waiverRoute, { text: 'No' }],
    ['excusal', excusalRoute, { text: 'No' }],
    ['reply', replyRoute, { text: 'No' }],
  ] as const;

  it.each(steps)(
    '%s: another vendor and whoever does not reach it find nothing',
    async (...step) => {
      const [, route, form] = step;
      expect((await send(hanna, route, form)).status).toBe(404);
      expect([403, 404]).toContain((await send(remy, route, form)).status);
      expect(await stateOf()).toBe('open');
    },
  );

  it.each(steps)('%s: auditor and procurement may not', async (...step) => {
    const [, route, form] = step;
    expect((await send(ada, route, form)).status).toBe(403);
    expect((await send(petra, route, form)).status).toBe(403);
    expect(await stateOf()).toBe('open');
  });

  it('the vendor answers, and does not decide', async () => {
    expect((await send(bruno, waiverRoute, { text: 'Please' })).status).toBe(404);
    expect(await send(bruno, acknowledgementRoute)).toMatchObject({
      status: 302,
      location: path(),
    });
    expect(await stateOf()).toBe('acknowledged');
  });

  it('the manager decides, and does not answer for the vendor', async () => {
    expect((await send(mona, acknowledgementRoute)).status).toBe(403);
    expect((await send(mona, waiverRoute, { text: 'They leave' })).status).toBe(302);
    expect(await stateOf()).toBe('waived');
  });

  it('a step that is not open is refused in words, and the page stays', async () => {
    const answer = await send(mona, acceptanceRoute);
    expect(answer).toMatchObject({
      status: 422,
      body: { refusal: { reason: { code: 'case_wrong_state' } } },
    });
  });
});

describe('the plan’s form', () => {
  const plan = {
    'whys[0]': 'Crews arrive late',
    'corrective[1].what': 'Add a crew',
    'corrective[1].dueOn': '2024/2/9',
    'preventive[0].what': 'Plan rosters',
    'preventive[0].dueOn': '2024-03-29',
  };

  it('says at the line what is wrong and keeps what was typed', async () => {
    const answer = await send(bruno, planRoute, { ...plan, 'corrective[1].dueOn': '2023-02-09' });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        refusal: { reason: { code: 'plan_step_day', field: 'corrective[1].dueOn' } },
        values: { 'corrective[1].what': 'Add a crew' },
      },
    });
    expect(await stateOf()).toBe('open');
  });

  it('is sent by the vendor and accepted by the manager', async () => {
    expect((await send(bruno, planRoute, plan)).status).toBe(302);
    expect((await send(mona, acceptanceRoute)).status).toBe(302);
    expect(await stateOf()).toBe('plan_accepted');
  });
});

describe('the page of a breach', () => {
  it('spells out the value, the reckoning and the readings', async () => {
    expect(await see(mona)).toMatchObject({
      status: 200,
      body: {
        evaluation: { measured: '64', shortfall: '16', run: 12, severity: 'critical' },
        credit: {
          steps: [
            { kind: 'tiered', fee: 10_000_000, percent: '10', amount: 1_000_000 },
            { kind: 'withinCap', cap: 1_000_000 },
            { kind: 'issued', amount: 1_000_000 },
          ],
        },
        readings: [{ numerator: '640', denominator: '1000', use: 'used' }],
        history: [{ outcome: 'breached' }],
      },
    });
  });

  it('offers each reader the steps that are open to them', async () => {
    expect(await see(bruno)).toMatchObject({
      body: { case: { moves: ['acknowledge', 'submit_plan', 'dispute'] } },
    });
    expect(await see(mona)).toMatchObject({ body: { case: { moves: ['excuse', 'waive'] } } });
    expect(await see(ada)).toMatchObject({ body: { case: { moves: [] } } });
  });

  it('keeps internal notes and proposals from the vendor', async () => {
    await send(mona, replyRoute, { text: 'ours alone', internal: 'yes' });
    await send(mona, replyRoute, { text: 'for both' });
    expect(text(await see(mona))).toContain('ours alone');
    const own = await see(bruno);
    expect(text(own)).not.toContain('ours alone');
    expect(text(own)).toContain('for both');
    expect(own).toMatchObject({ body: { proposals: null } });
  });

  it('excused on the spot shows the new outcome', async () => {
    const answer = await send(mona, excusalRoute, {
      firstPeriod: '2023-12',
      lastPeriod: '2023-12',
      kind: 'force_majeure',
      text: 'Typhoon',
      agreedBy: 'Mona and Bruno',
    });
    expect(answer.status).toBe(302);
    const page = await see(mona);
    expect(page).toMatchObject({ body: { excusals: [{ kind: 'force_majeure' }] } });
    const [row] = await store.read
      .select({ withdrawnAt: breaches.withdrawnAt })
      .from(breaches)
      .where(eq(breaches.id, breachId));
    expect(row?.withdrawnAt).not.toBeNull();
  });
});

describe('the lists', () => {
  const idsOf = ({ body }: Answer) =>
    (body as { rows: { id: number; vendorName: string }[] }).rows.map((row) => row.vendorName);

  it('show everybody their own', async () => {
    expect(new Set(idsOf(await mona.load(listRoute, '/breaches')))).toEqual(
      new Set(['Brittle Freight', 'Tardy Post']),
    );
    expect(new Set(idsOf(await bruno.load(listRoute, '/breaches')))).toEqual(
      new Set(['Brittle Freight']),
    );
    expect(idsOf(await remy.load(listRoute, '/breaches'))).toEqual([]);
  });

  it.each([
    ['?kind=missing_report', 1],
    ['?severity=critical', 11],
    ['?vendor=TARDY', 1],
    ['?kpi=OTD_PCT&period=2023-Q4', 4],
    ['?period=2023-12', 2],
    ['?state=closed', 0],
    ['?state=withdrawn', 0],
    ['?wait=vendor', 13],
    ['?wait=us', 0],
    ['?q=brittle', 12],
    ['?q=%25', 0],
  ])('filter by %s', async (search, expected) => {
    const answer = await mona.load(listRoute, `/breaches${search}`);
    expect(answer.body).toMatchObject({ total: expected });
    expect(idsOf(answer)).toHaveLength(expected);
  });

  it.each(['period', 'vendor', '-kpi', 'severity', '-run', 'credit', '-due'])(
    'sort by %s without losing a row',
    async (sort) => {
      const answer = await mona.load(listRoute, `/breaches?sort=${sort}`);
      expect(idsOf(answer)).toHaveLength(13);
    },
  );

  it('go out unrounded as a file', async () => {
    const { body } = await mona.load(exportRoute, '/breaches/export?vendor=BRITTLE');
    const lines = String(body).trim().split('\r\n');
    expect(lines).toHaveLength(13);
    expect(lines[1]).toContain('Brittle Freight,BRITTLE-2023,2023-12');
    expect(lines[1]).toContain('10000.00,EUR');
  });

  it('add credits up, and show how each came to be', async () => {
    const issued = 11 * 1_000_000 + 500_000;
    expect(await bruno.load(creditsRoute, '/credits')).toMatchObject({
      body: { total: 12, totals: [{ currency: 'EUR', issued }] },
    });
    const { contractId } = cast.vendor.brittle;
    const params = { contractId, period: '2023-12' };
    const month = await mona.load(monthRoute, '/', params);
    expect(month).toMatchObject({
      body: { lines: [{ issuedMinor: 1_000_000 }], entries: [{ kind: 'calculated' }] },
    });
    expect((await hanna.load(monthRoute, '/', params)).status).toBe(404);
  });
});

describe('performance', () => {
  it('maps vendors by failures, for a vendor its own terms alone', async () => {
    const { body } = await mona.load(performanceRoute, '/performance?kpi=OTD_PCT&until=2023-12');
    expect(body).toMatchObject({
      map: {
        failed: 13,
        known: 48,
        vendors: [{ name: 'Brittle Freight', failures: 12 }, { name: 'Tardy Post' }, {}, {}],
      },
    });
    const own = await bruno.load(performanceRoute, '/performance');
    expect(own).toMatchObject({
      body: { kind: 'own', own: { rows: [{ kpiId: cast.kpi.onTime.id }] } },
    });
    expect(text(own)).not.toContain('Tardy');
  });

  it('opens with the KPI that fails most, in every reach', async () => {
    await store.transact(async (tx) => {
      const month = { kpiId: cast.kpi.cancelled.id, period: periodOf(2023, 12) };
      await tx.insert(kpiMonths).values({ ...month, outcome: 'breached', count: 1 });
    });
    const { body } = await mona.load(performanceRoute, '/performance');
    expect(body).toMatchObject({ map: { kpi: { code: 'OTD_PCT' } }, kpis: [{}, {}] });
    const { body: reached } = await remy.load(performanceRoute, '/performance');
    expect(reached).toMatchObject({ map: null });
  });

  it('tells a vendor’s KPI month by month, to those who reach it', async () => {
    const params = { vendorId: cast.vendor.brittle.id, kpiId: cast.kpi.onTime.id };
    const own = await bruno.load(kpiRoute, '/', params);
    const { months } = own.body as { months: { value: string; target: string; outcome: string }[] };
    expect(months.slice(0, 12).map(({ value }) => value)).toEqual(
      Array.from({ length: 12 }, (_, month) => String(75 - month)),
    );
    expect(months[0]).toMatchObject({ target: '80', outcome: 'breached' });
    expect((await hanna.load(kpiRoute, '/', params)).status).toBe(404);
    expect((await remy.load(kpiRoute, '/', params)).status).toBe(404);
    const file = await mona.load(kpiExportRoute, '/', params);
    expect(String(file.body).split('\r\n')[1]).toMatch(/^2023-01,75,%,80,/);
  });

  it('tells a month’s figures of the source that its term believes most, and a vendor no words of ours', async () => {
    const { brittle } = cast.vendor;
    const period = periodOf(2023, 12);
    const measured = { vendorId: brittle.id, kpiId: cast.kpi.onTime.id, period };
    const file = { fileName: 'our-depot-log.csv', sha256: 'f'.repeat(64), mediaType: 'text/csv' };
    const [uploadId, reportId] = [randomId(), randomId()];
    await store.transact(async (tx) => {
      const at = '2024-01-11T08:00:00.000Z';
      await tx
        .insert(uploads)
        .values({ ...file, id: uploadId, vendorId: brittle.id, bytes: 1, receivedAt: at });
      await tx.insert(reports).values({
        ...{ id: reportId, uploadId, vendorId: brittle.id, state: 'accepted', createdAt: at },
        ...{ source: 'system_log', channel: 'file', firstPeriod: period, lastPeriod: period },
      });
      const figures = { value: '70', numerator: '700', denominator: '1000', row: 2 };
      await tx
        .insert(readings)
        .values([
          { ...measured, ...figures, reportId, source: 'system_log', note: 'Depot hides delays' },
        ]);
      await markStale(tx, [brittle.contractId]);
    });
    await evaluateDueContracts(store, testNow, '2024-01-12');
    const params = { vendorId: brittle.id, kpiId: cast.kpi.onTime.id };
    for (const visitor of [mona, bruno]) {
      const { months } = (await visitor.load(kpiRoute, '/', params)).body as {
        months: { period: number }[];
      };
      expect(months.find((month) => month.period === period)).toMatchObject({
        ...{ value: '70', numerator: '700', denominator: '1000', reportId },
      });
    }
    expect(text(await see(mona))).toContain('our-depot-log.csv');
    const told = text(await see(bruno));
    expect(told).toContain('"system_log"');
    expect(told).not.toContain('our-depot-log.csv');
    expect(told).not.toContain('Depot hides delays');
  });
});
