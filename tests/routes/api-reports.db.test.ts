import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { problemDocument, reportProblem } from '~/api/openapi.server';
import { reportResource } from '~/api/report-resource.server';
import * as reportPage from '~/routes/_app.reports.$reportId._index';
import * as remarks from '~/routes/_app.reports.$reportId.remarks';
import { settings } from '~db/schema/auth';
import { auditEntries } from '~db/schema/audit';
import { readings, reports } from '~db/schema/kpi';
import { testNow } from '../cast';
import { programAs, visitAs } from '../visit';
import {
  programForEach,
  store,
  cast,
  context,
  hanna,
  send,
  row,
  good,
  bodyOf,
  reportCount,
} from './api-report-visits';

programForEach();

describe('a report from a program', () => {
  it('is taken in as any upload, with its warnings recorded as uncommented', async () => {
    const answer = await send(hanna, { body: good({ comment: 'as every month' }) });
    expect(answer.status).toBe(201);
    const report = reportResource.item.parse(bodyOf(answer));
    expect(report).toMatchObject({
      ...{ vendor: 'HARBOUR', state: 'submitted', channel: 'api', source: 'vendor_report' },
      ...{ first_month: '2023-12', readings: 1, errors: 0, comment: 'as every month' },
    });
    expect(answer.headers.get('Location')).toBe(`/api/v1/reports/${String(report['id'])}`);
    const entries = await store.read.select().from(auditEntries);
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['report.received', 'report.read', 'report.submitted']),
    );
    const page = await visitAs(context, cast.person.mona);
    const reportId = Number(report['id']);
    const shown = await page.load(reportPage, `/reports/${reportId}`, { reportId });
    expect(shown.status).toBe(200);
    const warned = await send(hanna, { body: good({ rows: [{ ...row, value: '2' }] }) });
    expect(warned.status).toBe(201);
    expect(bodyOf(warned)['findings']).toMatchObject([
      { row: 1, column: 'value', code: 'far_from_history', value: '2' },
    ]);
  });

  it('is refused whole, with all that is wrong in the reader’s language, and leaves nothing', async () => {
    const before = await reportCount();
    const held = await store.read.$count(readings);
    const rows = [
      row,
      { ...row, period: '2023-13' },
      { period: '2023-11', kpi: 'NO_SUCH', value: 1 },
      { period: '2023-10', kpi: 'OTD_PCT', value: '133' },
    ];
    const answer = await send(hanna, {
      body: good({ rows }),
      headers: { 'Accept-Language': 'zh-CN' },
    });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    const { errors } = reportProblem.parse(bodyOf(answer));
    expect(errors.map(({ row: at, column, code, value }) => [at, column, code, value])).toEqual(
      expect.arrayContaining([
        [2, 'period', 'period_unreadable', '2023-13'],
        [3, 'kpi', 'kpi_unknown', 'NO_SUCH'],
        [4, 'value', 'above_maximum', '133'],
      ]),
    );
    for (const { message } of errors) expect(message).toMatch(/\p{Script=Han}/u);
    expect(await store.read.$count(readings)).toBe(held);
    expect(await reportCount()).toBe(before + 1);
    const [thrownAway] = await store.read.select().from(reports).where(eq(reports.channel, 'api'));
    expect(thrownAway?.state).toBe('discarded');
  });

  it('names every field that is wrong before anything is read', async () => {
    const before = await reportCount();
    const wrong = JSON.stringify({
      rows: [
        { ...row, colour: 'red' },
        { ...row, value: { a: 1 } },
      ],
      source: 'rumour',
    });
    const { errors } = reportProblem.parse(bodyOf(await send(hanna, { body: wrong })));
    expect(errors.map(({ row: at, column, code }) => [at, column, code])).toEqual(
      expect.arrayContaining([
        [null, 'vendor', 'missing'],
        [null, 'source', 'source_unknown'],
        [1, 'colour', 'field_unknown'],
        [2, 'value', 'wrong_type'],
      ]),
    );
    for (const [body, status] of [
      ['{"vendor":', 400],
      ['[]', 422],
      [good({ rows: [] }), 422],
      [good({ vendor: 'BRITTLE' }), 422],
      [good({ source: 'system_log' }), 422],
    ] as const)
      expect([body, (await send(hanna, { body })).status]).toEqual([body, status]);
    const other = await send(hanna, { body: good(), headers: { 'Content-Type': 'text/plain' } });
    expect([other.status, problemDocument.parse(bodyOf(other)).code]).toEqual([
      415,
      'media_type_unknown',
    ]);
    expect(await reportCount()).toBe(before);
  });

  it('comes as CSV too, and goes back with remarks as every file does', async () => {
    const headers = { 'Content-Type': 'text/csv; charset=utf-8' };
    const search = '?vendor=HARBOUR&comment=csv';
    const answer = await send(hanna, { body: 'Month,OTD_PCT\n2023-12,94.5\n', headers, search });
    expect([answer.status, bodyOf(answer)['comment']]).toEqual([201, 'csv']);
    const json = await send(hanna, { body: good({ rows: [{ ...row, value: '93.5' }] }) });
    const reportId = Number(bodyOf(json)['id']);
    const page = await visitAs(context, cast.person.hanna);
    const file = await page.load(remarks, `/reports/${reportId}/remarks`, { reportId });
    expect(file.body).toContain('2023-12,OTD_PCT');
  });

  it('as CSV is refused for what its address says, before it is taken in', async () => {
    const before = await reportCount();
    const headers = { 'Content-Type': 'text/csv' };
    const body = 'Month,OTD_PCT\n2023-12,94.5\n';
    const refusedFor = async (parameters: Record<string, string>) => {
      const search = `?${new URLSearchParams(parameters).toString()}`;
      const answer = await send(hanna, { body, headers, search });
      const { errors } = reportProblem.parse(bodyOf(answer));
      return [answer.status, ...errors.map(({ column, code }) => [column, code])];
    };
    expect(await refusedFor({ vendor: 'HARBOUR', comment: 'x'.repeat(4001) })).toEqual([
      422,
      ['comment', 'too_long'],
    ]);
    expect(await refusedFor({ source: 'rumour' })).toEqual([
      422,
      ['vendor', 'missing'],
      ['source', 'source_unknown'],
    ]);
    expect(await reportCount()).toBe(before);
  });

  it('is sent once where the same comes twice at the same time, also without a key', async () => {
    const answers = await Promise.all([
      send(hanna, { body: good() }),
      send(hanna, { body: good() }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    const sent = eq(auditEntries.action, 'report.submitted');
    expect(await store.read.$count(auditEntries, sent)).toBe(1);
  });

  it('of the same bytes is recognised', async () => {
    const first = await send(hanna, { body: good() });
    const again = await send(hanna, { body: good() });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(bodyOf(again)).toEqual(bodyOf(first));
  });

  it('is refused where the person or the token may not send, or it is too large', async () => {
    const before = await reportCount();
    const reading = await programAs(context, cast.person.hanna, { readOnly: 'on' });
    const refused = await send(reading, { body: good() });
    expect([refused.status, bodyOf(refused)['code']]).toEqual([403, 'token_read_only']);
    const ada = await programAs(context, cast.person.ada);
    expect((await send(ada, { body: good() })).status).toBe(403);
    const csv = { 'Content-Type': 'text/csv' };
    const large = await send(hanna, { body: new Uint8Array(10_000_001), headers: csv });
    expect([large.status, bodyOf(large)['code']]).toEqual([413, 'body_too_large']);
    expect(await reportCount()).toBe(before);
  });

  it('is read as JSON only as far as pages need not wait for it', async () => {
    const before = await reportCount();
    const tooLarge = async (body: string | Uint8Array<ArrayBuffer>) => {
      const answer = await send(hanna, { body });
      expect([answer.status, bodyOf(answer)['code']]).toEqual([413, 'json_too_large']);
    };
    await tooLarge(new Uint8Array(2_000_001));
    // Each of the rows is wrong, and none is looked at.
    await tooLarge(`{"vendor":"HARBOUR","rows":[${'[],'.repeat(20_000)}1]}`);
    expect(await reportCount()).toBe(before);
  });

  it('waits for its turn where the token asks too often', async () => {
    await store.transact(async (tx) => {
      await tx.insert(settings).values({
        name: 'api_limits',
        value: { requestsPerMinute: 1, bodyBytes: 1_000_000 },
        changedAt: testNow.toISOString(),
      });
    });
    const bruno = await programAs(context, cast.person.bruno);
    const body = good({ vendor: 'BRITTLE' });
    expect((await send(bruno, { body })).status).toBe(201);
    const answer = await send(bruno, { body });
    expect([answer.status, problemDocument.parse(bodyOf(answer)).code]).toEqual([
      429,
      'too_many_requests',
    ]);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
  });
});
