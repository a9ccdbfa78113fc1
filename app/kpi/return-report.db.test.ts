import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { formatPeriod, periodOf } from '~/shared/period';
import { readings, reportFindings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { mails } from '~db/schema/notifications';
import { acceptReport } from './accept-report.server';
import { answerReport } from './answer-report.server';
import { rememberMapping } from './remember-mapping.server';
import { returnReport } from './return-report.server';
import { stageReport } from './stage-report.server';
import { submitReport } from './submit-report.server';
import {
  reportsForEach,
  store,
  cast,
  folder,
  asPerson,
  stage,
  commentAll,
  submit,
  stateOf,
  report,
} from '../../tests/casts/report-cast';

reportsForEach();

describe('a report that asks something', () => {
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
});
