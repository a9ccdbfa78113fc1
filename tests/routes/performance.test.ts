import { describe, expect, it } from 'vitest';
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
import { readings, reports, uploads } from '~db/schema/kpi';
import { kpiMonths } from '~db/schema/sla';
import { randomId } from '~db/columns';
import { testNow } from '../cast';
import type { Answer } from '../visit';
import { breachForEach, store, cast, bruno, hanna, mona, remy, see, text } from './breach-visits';

breachForEach();

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
