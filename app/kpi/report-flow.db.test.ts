import { and, asc, eq, isNull } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { periodOf } from '~/shared/period';
import { kpis, readings, reports, uploads } from '~db/schema/kpi';
import { acceptReport } from './accept-report.server';
import { discardReport } from './discard-report.server';
import { stageReport } from './stage-report.server';
import { submitReport } from './submit-report.server';
import {
  reportsForEach,
  store,
  cast,
  folder,
  asPerson,
  receive,
  stage,
  commentAll,
  submit,
  stateOf,
  report,
} from '../../tests/casts/report-cast';

reportsForEach();

/** Both begin at once: neither waits for a connection that is still to be opened, by when the other would be done. */
async function stageTwice(reportId: number) {
  const portal = { store, uploads: folder };
  await Promise.all([1, 2].map(() => store.read.$count(reports)));
  return Promise.allSettled([1, 2].map(() => stageReport(portal, asPerson('hanna'), reportId)));
}

const standing = (vendorId: number, period: number) =>
  store.read
    .select({ kpi: kpis.code, value: readings.value, reportId: readings.reportId })
    .from(readings)
    .innerJoin(reports, eq(reports.id, readings.reportId))
    .innerJoin(kpis, eq(kpis.id, readings.kpiId))
    .where(
      and(
        eq(readings.vendorId, vendorId),
        eq(readings.period, period),
        eq(reports.state, 'accepted'),
        isNull(readings.supersededBy),
      ),
    )
    .orderBy(asc(kpis.code));

describe('a report', () => {
  it('is read, staged unseen, submitted, accepted, and only then counts', async () => {
    const staged = await stage(report('2023-12', '91.25'));
    expect(staged.findings.errors).toBe(0);
    const december = periodOf(2023, 12);
    expect(
      (await standing(cast.vendor.harbour.id, december)).map(({ value }) => value),
    ).not.toContain('91.25');
    expect(await submit(staged.reportId)).toEqual({ ok: true, value: { state: 'submitted' } });
    expect(
      await acceptReport(store, asPerson('mona'), { reportId: staged.reportId }),
    ).toMatchObject({ ok: true });
    const now = await standing(cast.vendor.harbour.id, december);
    expect(
      now
        .filter(({ reportId }) => reportId === staged.reportId)
        .map(({ value }) => value)
        .sort(),
    ).toEqual(['1000', '91.25']);
    expect(now.filter(({ kpi }) => kpi === 'OTD_PCT')).toHaveLength(1);
  });

  it('with an error stores nothing but what was found', async () => {
    const staged = await stage(report('2023-12', '133'));
    expect(staged).toMatchObject({ readings: 0 });
    expect(staged.findings.list[0]).toMatchObject({
      severity: 'error',
      code: 'above_maximum',
      row: 2,
      value: '133',
    });
    expect(await store.read.$count(readings, eq(readings.reportId, staged.reportId))).toBe(0);
    expect(await submit(staged.reportId)).toMatchObject({
      ok: false,
      reason: { code: 'report_has_errors' },
    });
    const [kept] = await store.read.select().from(uploads);
    expect(kept?.fileName).toBe('report.csv');
  });

  it('of the same bytes is recognised', async () => {
    const first = await stage(report('2023-12', '91.25'));
    const again = await receive(report('2023-12', '91.25'));
    expect(again).toEqual({ ok: true, value: { reportId: first.reportId, known: true } });
    await discardReport(store, asPerson('hanna'), { reportId: first.reportId });
    expect(await receive(report('2023-12', '91.25'))).toMatchObject({
      ok: true,
      value: { known: false },
    });
  });

  it('read again after it was cut short starts over', async () => {
    const staged = await stage(report('2023-12', '91.25'));
    const again = await stageReport({ store, uploads: folder }, asPerson('hanna'), staged.reportId);
    expect(again.readings).toBe(2);
    expect(await store.read.$count(readings, eq(readings.reportId, staged.reportId))).toBe(2);
  });

  it('that corrects another supersedes its readings and keeps them in the history', async () => {
    const month = periodOf(2023, 12);
    const first = await stage(report('2023-12', '91.25'));
    await submit(first.reportId);
    await acceptReport(store, asPerson('mona'), { reportId: first.reportId });
    const second = await stage(report('2023-12', '88.5'));
    await submit(second.reportId);
    await acceptReport(store, asPerson('mona'), { reportId: second.reportId });
    expect(await stateOf(first.reportId)).toBe('superseded');
    expect((await standing(cast.vendor.harbour.id, month)).map(({ value }) => value)).toContain(
      '88.5',
    );
    const old = await store.read
      .select()
      .from(readings)
      .where(eq(readings.reportId, first.reportId));
    expect(old.map(({ supersededBy }) => supersededBy)).toEqual([second.reportId, second.reportId]);
  });

  it('that is accepted at the same time as another leaves one figure of each that counts', async () => {
    for (const month of ['2023-09', '2023-10', '2023-11', '2023-12']) {
      const both = [];
      for (const onTime of ['91.25', '88.5']) {
        const { reportId } = await stage(report(month, onTime));
        const comments = await commentAll(reportId);
        const sent = { reportId, comments, waiting: 'keep' as const };
        expect(await submitReport(store, asPerson('hanna'), sent)).toMatchObject({ ok: true });
        both.push(reportId);
      }
      await Promise.all(both.map(() => store.read.$count(reports)));
      const accepted = await Promise.all(
        both.map((reportId) => acceptReport(store, asPerson('mona'), { reportId })),
      );
      expect(accepted).toMatchObject([{ ok: true }, { ok: true }]);
      const year = Number(month.slice(0, 4));
      const now = await standing(cast.vendor.harbour.id, periodOf(year, Number(month.slice(5))));
      expect(now.filter(({ kpi }) => kpi === 'OTD_PCT')).toHaveLength(1);
    }
  });

  it('is never decided by who sent it, nor seen by another vendor', async () => {
    const { reportId } = await stage(report('2023-12', '91.25'));
    const comments = await commentAll(reportId);
    expect(await submitReport(store, asPerson('bruno'), { reportId, comments })).toMatchObject({
      ok: false,
      reason: { code: 'not_found' },
    });
    const mona = asPerson('mona');
    expect(await submitReport(store, mona, { reportId, comments })).toMatchObject({ ok: true });
    expect(await acceptReport(store, mona, { reportId })).toMatchObject({
      ok: false,
      reason: { code: 'same_person' },
    });
    expect(await receive(report('2023-12', '91'), 'bruno', cast.vendor.harbour.id)).toMatchObject({
      ok: false,
    });
  });

  it('is stored once where two workers read it at once, and not at all where it was thrown away meanwhile', async () => {
    const received = await receive('Month,OTD_PCT\n2023-12,94.5\n2023-11,95.5\n');
    if (!received.ok) throw new Error(received.reason.code);
    const { reportId } = received.value;
    const ends = await stageTwice(reportId);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const ofReport = eq(readings.reportId, reportId);
    expect(await store.read.$count(readings, ofReport)).toBe(2);
    expect(await stateOf(reportId)).toBe('draft');
    const [late] = await Promise.allSettled([
      stageReport({ store, uploads: folder }, asPerson('hanna'), reportId),
      discardReport(store, asPerson('hanna'), { reportId }),
    ]);
    expect(late.status).toBe('rejected');
    expect(await store.read.$count(readings, ofReport)).toBe(0);
    expect(await stateOf(reportId)).toBe('discarded');
  });
});
