import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemDocument, reportProblem } from '~/api/openapi.server';
import { reportResource } from '~/api/report-resource.server';
import type { PortalContext } from '~/context';
import { runWaitingWork } from '~/jobs/run-work.server';
import * as reportPage from '~/routes/_app.reports.$reportId._index';
import * as remarks from '~/routes/_app.reports.$reportId.remarks';
import * as reportsRoute from '~/routes/api.v1.reports._index';
import { settings } from '~db/schema/auth';
import { repeatableRequests } from '~db/schema/api';
import { auditEntries } from '~db/schema/audit';
import { readings, reports } from '~db/schema/kpi';
import type { Store } from '~db/store.server';
import { castInto, testClock, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { answerOf, contextFor, programAs, visitAs, type Answer, type Visitor } from '../visit';

let store: Store;
let cast: Cast;
let context: PortalContext;
let hanna: Visitor;
let stopWorker: () => Promise<void>;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  context = contextFor(store);
  hanna = await programAs(context, cast.person.hanna);
  stopWorker = startWorker();
});
afterEach(async () => {
  await stopWorker();
});

/** The background, which in the portal is a thread of its own. */
function startWorker(): () => Promise<void> {
  let running = true;
  const log = (line: string) => expect.unreachable(line);
  const { uploads } = context;
  const work = { store, runner: 1, clock: testClock, postman: null, uploads, log };
  const loop = async () => {
    while (running) {
      await runWaitingWork(work, () => !running);
      await new Promise((again) => setTimeout(again, 5));
    }
  };
  const ended = loop();
  return async () => {
    running = false;
    await ended;
  };
}

type Sent = {
  body: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  search?: string;
};

function send(who: Visitor, { body, headers = {}, search = '' }: Sent): Promise<Answer> {
  const init = {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
  };
  return answerOf(() => reportsRoute.action(who.args(`/api/v1/reports${search}`, {}, init)));
}

const row = { period: '2023-12', kpi: 'OTD_PCT', value: '94.5' };
const good = (change = {}) => JSON.stringify({ vendor: 'HARBOUR', rows: [row], ...change });
const bodyOf = (answer: Answer) => JSON.parse(String(answer.body)) as Record<string, unknown>;
const reportCount = () => store.read.$count(reports);
const stateOf = async (id: unknown) =>
  (
    await store.read
      .select()
      .from(reports)
      .where(eq(reports.id, Number(id)))
  )[0]?.state;

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

describe('a report sent under a key', () => {
  const headers = { 'Idempotency-Key': 'december-1' };

  it('has the same answer again, and there is one', async () => {
    const before = await reportCount();
    const first = await send(hanna, { body: good(), headers });
    await store.transact(async (tx) => {
      await tx.update(reports).set({ comment: 'changed since' });
    });
    const later = contextFor(store, { uploads: context.uploads });
    const after = await programAs(later, cast.person.hanna);
    const again = await send(after, { body: good(), headers });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(bodyOf(again)).toEqual(bodyOf(first));
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
    expect(again.headers.get('Location')).toBe(first.headers.get('Location'));
    expect(await reportCount()).toBe(before + 1);
  });

  it('has the same refusal again', async () => {
    const body = good({ rows: [{ ...row, kpi: 'NO_SUCH' }] });
    const first = await send(hanna, { body, headers });
    const count = await reportCount();
    const again = await send(hanna, { body, headers });
    expect([first.status, again.status]).toEqual([422, 422]);
    expect(bodyOf(again)).toEqual(bodyOf(first));
    expect(await reportCount()).toBe(count);
  });

  it('is refused where the key came with another body', async () => {
    await send(hanna, { body: good(), headers });
    const count = await reportCount();
    const other = await send(hanna, { body: good({ comment: 'other' }), headers });
    expect(other.status).toBe(422);
    expect(reportProblem.parse(bodyOf(other)).code).toBe('key_reused');
    expect(await reportCount()).toBe(count);
    const bruno = await programAs(context, cast.person.bruno);
    const others = await send(bruno, { body: good({ vendor: 'BRITTLE' }), headers });
    expect([others.status, 'another person’s key is another']).toEqual([
      201,
      'another person’s key is another',
    ]);
    const unreadable = await send(hanna, { body: good(), headers: { 'Idempotency-Key': 'a b' } });
    expect([unreadable.status, bodyOf(unreadable)['code']]).toEqual([400, 'key_unreadable']);
  });

  it('is one report, however many ask at the same time', async () => {
    const before = await reportCount();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send(hanna, { body: good(), headers })),
    );
    const [first, ...others] = answers.map((answer) => [answer.status, bodyOf(answer)['id']]);
    expect(first?.[0]).toBe(201);
    for (const other of others) expect(other).toEqual(first);
    expect(await reportCount()).toBe(before + 1);
    expect(await stateOf(first?.[1])).toBe('submitted');
  });

  it('goes on where an earlier try broke off', async () => {
    await stopWorker();
    const broken = send(hanna, { body: good(), headers });
    await expect.poll(async () => store.read.$count(reports, eq(reports.channel, 'api'))).toBe(1);
    // The line is gone and the server ends; the report waits in the store for a worker.
    stopWorker = startWorker();
    const again = await send(hanna, { body: good(), headers });
    expect(again.status).toBe(201);
    expect(bodyOf(await broken)).toEqual(bodyOf(again));
    expect(await store.read.$count(reports, eq(reports.channel, 'api'))).toBe(1);
    expect(await store.read.$count(repeatableRequests)).toBe(1);
  });
});
