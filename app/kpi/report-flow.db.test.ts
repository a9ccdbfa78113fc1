import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { formatPeriod, periodOf } from '~/shared/period';
import { kpis, readings, reportFindings, reports, uploads } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { mails } from '~db/schema/notifications';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { acceptReport } from './accept-report.server';
import { answerReport } from './answer-report.server';
import { discardReport } from './discard-report.server';
import { receiveReport } from './receive-report.server';
import { rememberMapping } from './remember-mapping.server';
import { returnReport } from './return-report.server';
import { stageReport } from './stage-report.server';
import { submitReport } from './submit-report.server';

let store: Store;
let cast: Cast;
let folder: string;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  folder = mkdtempSync(join(tmpdir(), 'mainstay-uploads-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const asPerson = (who: 'hanna' | 'mona' | 'bruno'): Act => {
  const { id, name, role } = cast.person[who];
  const vendorId = who === 'hanna' ? cast.vendor.harbour.id : cast.vendor.brittle.id;
  return {
    actor: { kind: 'person', personId: id, name, role, address: null },
    now: testNow,
    scope: role === 'vendor' ? { kind: 'vendor', vendorId } : everything,
  };
};

async function receive(
  text: string,
  who: 'hanna' | 'bruno' = 'hanna',
  vendorId = cast.vendor.harbour.id,
) {
  const bytes = new TextEncoder().encode(text);
  return receiveReport({ store, uploads: folder }, asPerson(who), {
    vendorId,
    source: 'vendor_report',
    channel: 'file',
    file: { name: 'report.csv', mediaType: 'text/csv', bytes },
  });
}

async function stage(text: string) {
  const received = await receive(text);
  if (!received.ok) throw new Error(received.reason.code);
  const { reportId } = received.value;
  return stageReport({ store, uploads: folder }, asPerson('hanna'), reportId);
}

/** Both begin at once: neither waits for a connection that is still to be opened, by when the other would be done. */
async function stageTwice(reportId: number) {
  const portal = { store, uploads: folder };
  await Promise.all([1, 2].map(() => store.read.$count(reports)));
  return Promise.allSettled([1, 2].map(() => stageReport(portal, asPerson('hanna'), reportId)));
}

async function commentAll(reportId: number): Promise<Record<number, string>> {
  const rows = await store.read
    .select({ id: reportFindings.id })
    .from(reportFindings)
    .where(and(eq(reportFindings.reportId, reportId), eq(reportFindings.severity, 'warning')));
  return Object.fromEntries(rows.map(({ id }) => [id, 'checked with the depot']));
}

async function submit(reportId: number) {
  return submitReport(store, asPerson('hanna'), { reportId, comments: await commentAll(reportId) });
}

const stateOf = async (reportId: number) =>
  (await store.read.select().from(reports).where(eq(reports.id, reportId)))[0]?.state;

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

const report = (month: string, onTime: string, runs = '1000') =>
  `period,kpi,value\n${month},OTD_PCT,${onTime}\n${month},RUNS,${runs}\n`;

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

  it('asks for a comment to every warning, and keeps those that were given', async () => {
    const { reportId, findings } = await stage(report('2023-12', '20'));
    expect(findings.warnings).toBeGreaterThan(0);
    const none = await submitReport(store, asPerson('hanna'), { reportId, comments: {} });
    expect(none).toMatchObject({ ok: false, reason: { code: 'warnings_need_comments' } });
    const said = Object.keys(await commentAll(reportId)).map((id) => [id, ' Strike\0 in Lyon ']);
    const comments = Object.fromEntries(said) as Record<number, string>;
    expect(await submitReport(store, asPerson('hanna'), { reportId, comments })).toMatchObject({
      ok: true,
    });
    const kept = await store.read
      .select({ comment: reportFindings.comment })
      .from(reportFindings)
      .where(eq(reportFindings.severity, 'warning'));
    expect(new Set(kept.map(({ comment }) => comment))).toEqual(new Set(['Strike in Lyon']));
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

  it('goes back with words, cell by cell, and is overtaken by the one that mends it', async () => {
    const { reportId } = await stage(report('2023-12', '91.25'));
    await submit(reportId);
    const nothing = await returnReport(store, asPerson('mona'), {
      reportId,
      note: ' ',
      requests: [],
    });
    expect(nothing).toMatchObject({ ok: false, reason: { code: 'reason_required' } });
    await returnReport(store, asPerson('mona'), {
      reportId,
      note: 'Runs look round.',
      requests: [
        {
          kpi: 'RUNS',
          period: periodOf(2023, 12),
          market: null,
          service: null,
          value: '1000',
          text: 'Exact count, please.',
        },
      ],
    });
    expect(await stateOf(reportId)).toBe('changes_requested');
    const letters = await store.read
      .select()
      .from(mails)
      .where(eq(mails.template, 'reportReturned'));
    expect(letters[0]?.body).toContain('Runs look round.');
    expect(letters[0]?.body).toContain('http://');
    const mended = await stage(report('2023-12', '91.25', '1013'));
    await submit(mended.reportId);
    expect(await stateOf(reportId)).toBe('superseded');
  });

  it('that was sent back can be stood by with words, and is decided again', async () => {
    const { reportId } = await stage(report('2023-12', '91.25'));
    await submit(reportId);
    const answer = (text: string) =>
      answerReport(store, asPerson('hanna'), { reportId, answer: text });
    expect(await answer('It is so.')).toMatchObject({ reason: { code: 'report_not_returned' } });
    await returnReport(store, asPerson('mona'), { reportId, note: 'Sure?', requests: [] });
    expect(await answer('  ')).toMatchObject({ reason: { code: 'required', field: 'answer' } });
    expect(await answer('Counted twice, it is so.')).toMatchObject({ ok: true });
    const [kept] = await store.read.select().from(reports).where(eq(reports.id, reportId));
    expect(kept).toMatchObject({
      state: 'submitted',
      comment: 'Counted twice, it is so.',
      decisionNote: null,
    });
    expect(await acceptReport(store, asPerson('mona'), { reportId })).toMatchObject({ ok: true });
  });

  it('of a strange shape is read with a mapping that is then remembered', async () => {
    const header = readFileSync(
      'tests/data/sncf-tgv/regularite-mensuelle-tgv-aqst_2023-01.csv',
      'utf8',
    );
    const lines = header.split('\n').slice(0, 4).join('\n');
    const unknown = await stage(lines);
    expect(unknown.findings.errors).toBeGreaterThan(0);
    const [kept] = await store.read.select().from(reports).where(eq(reports.id, unknown.reportId));
    const fingerprint = kept?.layout?.sheets[0]?.fingerprint ?? '';
    const used = new Set(['Date', 'Gare de départ', "Gare d'arrivée"]);
    const headings = (kept?.layout?.sheets[0]?.headings ?? []).filter((name) => !used.has(name));
    const planned = 'Nombre de circulations prévues';
    const cancelled = 'Nombre de trains annulés';
    const remembered = await rememberMapping(store, asPerson('hanna'), {
      vendorId: cast.vendor.harbour.id,
      fingerprint,
      mapping: {
        columns: headings.map((heading) => ({ heading, as: 'left_out' })),
        market: { columns: ['Gare de départ', "Gare d'arrivée"], create: true },
        kpis: [
          {
            kpi: 'OTD_PCT',
            numerator: {
              add: [planned],
              subtract: [cancelled, "Nombre de trains en retard à l'arrivée"],
            },
            denominator: { add: [planned], subtract: [cancelled] },
          },
        ],
      },
    });
    expect(remembered).toEqual({ ok: true, value: undefined });
    const again = await stageReport(
      { store, uploads: folder },
      asPerson('hanna'),
      unknown.reportId,
    );
    expect(again.findings.list.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(again.readings).toBe(3);
    const [created] = await store.read
      .select()
      .from(markets)
      .where(eq(markets.code, 'BORDEAUX-ST-JEAN_TOURCOING'));
    expect(created).toMatchObject({ level: 'city', parentId: cast.market.world.id });
    const rows = await store.read
      .select()
      .from(readings)
      .where(eq(readings.reportId, unknown.reportId));
    expect(
      rows.map(({ period, numerator, denominator }) => [
        formatPeriod(period),
        numerator,
        denominator,
      ])[0],
    ).toEqual(['2023-01', '29', '29']);
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
