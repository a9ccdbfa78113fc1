import ExcelJS from 'exceljs';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PortalContext } from '~/context';
import { runWaitingWork } from '~/jobs/run-work.server';
import { translate } from '~/locales/i18n.server';
import * as reportPage from '~/routes/_app.reports.$reportId._index';
import { takeNotice } from '~/components/notice.server';
import * as acceptance from '~/routes/_app.reports.$reportId.acceptance';
import * as discard from '~/routes/_app.reports.$reportId.discard';
import * as mapping from '~/routes/_app.reports.$reportId.mapping';
import * as progress from '~/routes/_app.reports.$reportId.progress';
import * as reading from '~/routes/_app.reports.$reportId.reading';
import * as remarks from '~/routes/_app.reports.$reportId.remarks';
import * as rememberedMapping from '~/routes/_app.reports.$reportId.remembered-mapping';
import * as returning from '~/routes/_app.reports.$reportId.return';
import * as submission from '~/routes/_app.reports.$reportId.submission';
import * as list from '~/routes/_app.reports._index';
import * as newReport from '~/routes/_app.reports.new';
import * as upload from '~/routes/_app.uploads.$uploadId';
import { formatMonth } from '~/shared/format';
import { periodOf } from '~/shared/period';
import { breaches } from '~db/schema/cases';
import { readings, reportFindings, reports } from '~db/schema/kpi';
import type { Store } from '~db/store.server';
import { castInto, testClock, type Cast } from '../cast';
import { freshStore } from '../database';
import { contextFor, visitAs, type RouteModule, type Visitor } from '../visit';

let store: Store;
let cast: Cast;
let context: PortalContext;
let hanna: Visitor;
let bruno: Visitor;
let mona: Visitor;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  context = contextFor(store);
  hanna = await visitAs(context, cast.person.hanna);
  bruno = await visitAs(context, cast.person.bruno);
  mona = await visitAs(context, cast.person.mona);
});

const text = (body: string) => new TextEncoder().encode(body);

/** Sends a file through the form as a browser does, and lets the background read it. */
async function send(
  who: Visitor,
  bytes: Uint8Array,
  name: string,
  fields: Record<string, string> = {},
) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('files', new File([new Uint8Array(bytes)], name));
  const answer = await who.send(newReport, '/reports/new', form);
  await work();
  return answer;
}

async function work() {
  const { uploads } = context;
  const log = (line: string) => expect.unreachable(line);
  await runWaitingWork(
    { store, runner: 1, clock: testClock, postman: null, uploads, log },
    () => false,
  );
}

const reportIdOf = (location: string | null) =>
  Number(/\/reports\/(\d+)/.exec(location ?? '')?.[1]);

async function sendGood(who: Visitor, month = '2023-12', value = '94.5') {
  const { location } = await send(who, text(`Month,OTD_PCT\n${month},${value}\n`), 'good.csv');
  return reportIdOf(location);
}

async function submit(who: Visitor, reportId: number) {
  const ids = await store.read
    .select({ id: reportFindings.id })
    .from(reportFindings)
    .where(and(eq(reportFindings.reportId, reportId), eq(reportFindings.severity, 'warning')));
  const comments = Object.fromEntries(ids.map(({ id }) => [`comment.${id}`, 'checked']));
  return who.send(
    submission,
    `/reports/${reportId}/submission`,
    { ...comments, note: 'as agreed' },
    { reportId },
  );
}

const stateOf = async (reportId: number) =>
  (await store.read.select().from(reports).where(eq(reports.id, reportId)))[0]?.state;

type Shown = {
  content: { view: string; errors: { groups: { code: string; shown: { what: string }[] }[] } };
};

describe('bad input', () => {
  const head = 'Vendor code,Month,Market,OTD_PCT\n';
  const workbook = async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('a').addRows([
      ['Month', 'OTD_PCT'],
      ['2023-12', 133],
    ]);
    return new Uint8Array(await book.xlsx.writeBuffer());
  };
  const mixed = Uint8Array.from([
    ...text('Month,OTD_PCT,Note\n2023-12,94,准时率\n2023-11,93,'),
    0xd7,
    0xbc,
    0xff,
    10,
  ]);
  const wide = `${Array.from({ length: 300 }, (_, n) => `c${n}`).join(',')}\n`;
  const cases: [string, () => Uint8Array | Promise<Uint8Array>, string, string, string][] = [
    [
      'a wrong type behind a good name',
      () => text('%PDF-1.7 …'),
      'report.csv',
      'file_is_pdf',
      'PDF',
    ],
    [
      'text behind the name of a workbook',
      () => text(`${head}BRITTLE,2023-12,,70\n`),
      'a.xlsx',
      'file_named_workbook_is_text',
      '.csv',
    ],
    [
      'a broken quote',
      () => text(`${head}"BRITTLE,2023-12,,70\n`),
      'a.csv',
      'quote_not_closed',
      '引号',
    ],
    ['mixed encodings', () => mixed, 'a.csv', 'encoding_mixed', 'UTF-8'],
    ['300 columns', () => text(wide), 'a.csv', 'too_many_columns', '300'],
    ['a header alone', () => text(head), 'a.csv', 'no_rows', '表头'],
    [
      'differing duplicates',
      () => text('Month,OTD_PCT\n2023-12,70\n2023-12,71\n'),
      'a.csv',
      'duplicate_differs',
      '第 2 行为 70',
    ],
    [
      'the code of another vendor',
      () => text(`${head}HARBOUR,2023-12,,70\n`),
      'a.csv',
      'other_vendor',
      'BRITTLE',
    ],
    [
      'a future month',
      () => text('Month,OTD_PCT\n2024-05,70\n'),
      'a.csv',
      'period_in_future',
      formatMonth(periodOf(2024, 1), 'zh-CN'),
    ],
    ['133 %', workbook, 'a.xlsx', 'above_maximum', '100'],
    [
      'text for a number',
      () => text('Month,OTD_PCT\n2023-12,good\n'),
      'a.csv',
      'number_unreadable',
      '79.5',
    ],
  ];

  it.each(cases)(
    '%s: says what would be right, stores no reading, keeps the file',
    async (_, bytes, name, code, words) => {
      const before = await store.read.$count(readings);
      const sent = await bytes();
      const { status, location } = await send(bruno, sent, name);
      expect(status).toBe(302);
      const reportId = reportIdOf(location);
      const page = await bruno.load(reportPage, `/reports/${reportId}`, { reportId });
      const { content } = page.body as Shown;
      expect(content.view).toBe('errors');
      const group = content.errors.groups.find((each) => each.code === code);
      expect(group?.shown[0]?.what).toContain(words);
      expect(group?.shown[0]?.what).toMatch(/[\u4e00-\u9fff]/);
      expect(await store.read.$count(readings)).toBe(before);
      const [kept] = await store.read.select().from(reports).where(eq(reports.id, reportId));
      const file = await bruno.load(upload, `/uploads/${kept?.uploadId}`, {
        uploadId: kept?.uploadId ?? 0,
      });
      expect(file.headers.get('Content-Disposition')).toMatch(/^attachment/);
      expect(file.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(Number((await submit(bruno, reportId)).status)).toBe(302);
      expect(await stateOf(reportId)).toBe('draft');
    },
  );

  it('an empty file, no file, and a file above the limit are refused at the door, what was typed kept', async () => {
    const form = (change: (form: FormData) => void) => {
      const data = new FormData();
      data.append('vendor', 'BRITTLE');
      data.append('source', 'system_log');
      change(data);
      return mona.send(newReport, '/reports/new', data);
    };
    const empty = await form((data) => data.append('files', new File([], 'empty.csv')));
    expect(empty).toMatchObject({
      status: 422,
      body: { refusal: { reason: { code: 'file_empty', field: 'files' } } },
    });
    const none = await form(() => undefined);
    expect(none).toMatchObject({
      status: 422,
      body: {
        refusal: { reason: { code: 'file_or_cells' } },
        values: { vendor: 'BRITTLE', source: 'system_log' },
      },
    });
    const large = new File([new Uint8Array(25_000_001).fill(65)], 'large.csv');
    const refused = await form((data) => data.append('files', large));
    expect(refused).toMatchObject({
      status: 422,
      body: { refusal: { reason: { code: 'file_too_large' } } },
    });
    const errors = translate('zh-CN');
    for (const code of ['file_empty', 'file_or_cells', 'file_too_large'] as const)
      expect(errors(`errors:${code}`)).toMatch(/[\u4e00-\u9fff]/);
    expect(await store.read.$count(reports, eq(reports.state, 'staging'))).toBe(0);
  });
});

describe('a report', () => {
  it('with more warnings than a page shows is sent with one comment for all of them', async () => {
    const reportId = await sendGood(bruno, '2023-12', '72');
    await store.transact(async (tx) => {
      const warning = { reportId, severity: 'warning', code: 'unusual' } as const;
      const many = Array.from({ length: 2100 }, (_, row) => ({ ...warning, row }));
      await tx.insertMany(reportFindings, many);
    });
    const path = `/reports/${reportId}/submission`;
    const answer = await bruno.send(submission, path, { 'comment.all': 'storm' }, { reportId });
    expect(answer.status).toBe(302);
    expect(await stateOf(reportId)).toBe('submitted');
  });

  it('of our own measurement tells its vendor the figures, not our words, names and file', async () => {
    const fields = { vendor: 'BRITTLE', source: 'internal_review' };
    const file = text('Month,OTD_PCT\n2023-12,71\n');
    const { location } = await send(mona, file, 'secret-count.csv', fields);
    const reportId = reportIdOf(location);
    await submit(mona, reportId);
    const marek = await visitAs(context, cast.person.marek);
    const note = { note: 'they will not like it' };
    await marek.send(acceptance, `/reports/${reportId}/acceptance`, note, { reportId });
    expect(await stateOf(reportId)).toBe('accepted');
    const page = await bruno.load(reportPage, `/reports/${reportId}`, { reportId });
    expect(page.body).toMatchObject({ content: { view: 'settled', table: { total: 1 } } });
    const said = JSON.stringify(page.body);
    const ours = ['as agreed', 'checked', 'they will not like it', 'secret-count', 'Mona', 'Marek'];
    expect(ours.filter((word) => said.includes(word))).toEqual([]);
    const { body: listed } = await bruno.load(list, '/reports');
    expect((listed as { rows: { id: number }[] }).rows.map(({ id }) => id)).toContain(reportId);
    expect(JSON.stringify(listed)).not.toContain('secret-count');
    const search = '/reports?q=secret-count';
    expect((await bruno.load(list, search)).body).toMatchObject({ rows: [] });
    expect((await mona.load(list, search)).body).toMatchObject({ rows: [{ id: reportId }] });
    const seen = JSON.stringify(
      (await mona.load(reportPage, `/reports/${reportId}`, { reportId })).body,
    );
    expect(
      ['as agreed', 'they will not like it', 'secret-count'].filter((word) => !seen.includes(word)),
    ).toEqual([]);
    const [{ uploadId = 0 } = {}] = await store.read
      .select()
      .from(reports)
      .where(eq(reports.id, reportId));
    expect(
      (await bruno.load(upload, `/uploads/${uploadId}`, { uploadId: uploadId ?? 0 })).status,
    ).toBe(404);
    expect(
      (await mona.load(upload, `/uploads/${uploadId}`, { uploadId: uploadId ?? 0 })).status,
    ).toBe(200);
  });

  it('goes from the form to the breach: read, submitted, accepted, evaluated', async () => {
    const reportId = await sendGood(bruno, '2023-12', '60');
    const page = await bruno.load(reportPage, `/reports/${reportId}`, { reportId });
    expect(page.body).toMatchObject({ content: { view: 'draft', table: { total: 1 } } });
    expect(await submit(bruno, reportId)).toMatchObject({ status: 302 });
    expect(await stateOf(reportId)).toBe('submitted');
    const review = await mona.load(reportPage, `/reports/${reportId}`, { reportId });
    expect(review.body).toMatchObject({
      viewer: { canReview: true, isSender: false },
      content: {
        view: 'review',
        targets: [{ kpi: 'OTD_PCT', target: '80' }],
        differences: { counts: { changed: 1 } },
      },
    });
    const path = `/reports/${reportId}/acceptance`;
    const long = await mona.send(acceptance, path, { note: 'x'.repeat(5000) }, { reportId });
    const notice = long.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const { flash } = await takeNotice(
      new Request('http://localhost/', { headers: { Cookie: notice } }),
    );
    expect(flash).toMatchObject({ key: 'errors:too_long', refused: true });
    expect(await stateOf(reportId)).toBe('submitted');
    await mona.send(acceptance, path, { note: '' }, { reportId });
    await work();
    expect(await stateOf(reportId)).toBe('accepted');
    const found = await store.read.$count(breaches, eq(breaches.vendorId, cast.vendor.brittle.id));
    expect(found).toBeGreaterThan(0);
    const settled = await mona.load(reportPage, `/reports/${reportId}`, { reportId });
    expect(settled.body).toMatchObject({
      content: { view: 'settled', links: { breaches: { count: 1 } } },
    });
  });

  it('with warnings is refused without comments, and keeps those that were given', async () => {
    const { location } = await send(bruno, text('Month,OTD_PCT\n2023-12,20\n'), 'odd.csv');
    const reportId = reportIdOf(location);
    const path = `/reports/${reportId}/submission`;
    const refused = await bruno.send(submission, path, { note: 'half done' }, { reportId });
    expect(refused).toMatchObject({
      status: 422,
      body: {
        refusal: { reason: { code: 'warnings_need_comments' } },
        values: { note: 'half done' },
      },
    });
    expect(
      await bruno.send(submission, path, { 'comment.all': 'storm' }, { reportId }),
    ).toMatchObject({ status: 302 });
    expect(await stateOf(reportId)).toBe('submitted');
  });

  it('of the same bytes is recognised and led to', async () => {
    const reportId = await sendGood(hanna);
    const again = await send(hanna, text('Month,OTD_PCT\n2023-12,94.5\n'), 'other-name.csv');
    expect(reportIdOf(again.location)).toBe(reportId);
    expect(await store.read.$count(reports, eq(reports.channel, 'file'))).toBe(5);
  });

  it('is pasted as well as dropped, and several files are several reports', async () => {
    const pasted = await hanna.send(newReport, '/reports/new', {
      cells: 'Month\tOTD_PCT\n2023-12\t94.1\n',
    });
    await work();
    const page = await hanna.load(reportPage, '/', { reportId: reportIdOf(pasted.location) });
    expect(page.body).toMatchObject({ content: { view: 'draft' }, report: { channel: 'paste' } });
    const form = new FormData();
    for (const month of ['2023-10', '2023-11'])
      form.append('files', new File([`Month,OTD_PCT\n${month},94.2\n`], `${month}.csv`));
    const several = await hanna.send(newReport, '/reports/new', form);
    expect(several).toMatchObject({ status: 302, location: '/reports' });
    await work();
    expect(await store.read.$count(reports, eq(reports.state, 'draft'))).toBe(3);
  });

  it('is mended: the new file replaces the draft', async () => {
    const { location } = await send(bruno, text('Month,OTD_PCT\n2023-12,133\n'), 'bad.csv');
    const bad = reportIdOf(location);
    const mended = await send(bruno, text('Month,OTD_PCT\n2023-12,73\n'), 'good.csv', {
      replaces: String(bad),
    });
    expect(await stateOf(bad)).toBe('discarded');
    expect(await stateOf(reportIdOf(mended.location))).toBe('draft');
  });

  it('goes back cell by cell, and the vendor sees which and why', async () => {
    const reportId = await sendGood(bruno);
    await submit(bruno, reportId);
    const cell = 'OTD_PCT|2023-12||';
    const path = `/reports/${reportId}/return`;
    const asked = await mona.load(
      returning,
      `${path}?cell=${encodeURIComponent(cell)}&cell=nonsense`,
      { reportId },
    );
    expect(asked.body).toMatchObject({ cells: [{ name: cell, value: '94.5' }] });
    const wordless = await mona.send(
      returning,
      path,
      { cell, [`change.${cell}`]: '', note: '' },
      { reportId },
    );
    expect(wordless.status).toBe(422);
    await mona.send(
      returning,
      path,
      { cell, [`change.${cell}`]: 'Too good', note: '' },
      { reportId },
    );
    const page = await bruno.load(reportPage, `/reports/${reportId}`, { reportId });
    expect(page.body).toMatchObject({
      content: { view: 'returned', requests: [{ what: 'Too good', value: '94.5' }] },
    });
  });

  it('comes back with remarks, harmless to spreadsheets', async () => {
    const { location } = await send(
      bruno,
      text('Month,OTD_PCT,Note\n2023-12,133,=1+1\n'),
      'bad.csv',
    );
    const reportId = reportIdOf(location);
    const file = await bruno.load(remarks, `/reports/${reportId}/remarks`, { reportId });
    expect(file.body).toContain('需要修正');
    expect(file.body).toContain("'=1+1");
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment/);
  });

  it('of a strange shape is mapped once by hand and then read', async () => {
    const strange = 'Mois,Gare,Prévus,Annulés,Autre\n2023-12,FR,200,3,x\n';
    const { location } = await send(bruno, text(strange), 'strange.csv');
    const reportId = reportIdOf(location);
    const path = `/reports/${reportId}/mapping`;
    const form = {
      'column.0': 'role:period',
      'column.1': 'role:market',
      leave_rest: 'on',
      'computed.0.kpi': 'CANCEL_PCT',
      'computed.0.numerator': 'D',
      'computed.0.denominator': 'C',
    };
    const wrong = await bruno.send(
      mapping,
      path,
      { ...form, 'computed.0.numerator': 'X' },
      { reportId },
    );
    expect(wrong).toMatchObject({ status: 422, body: { values: { 'column.0': 'role:period' } } });
    const shown = await bruno.send(mapping, path, form, { reportId });
    const { preview } = shown.body as { preview: { mapping: string; readings: unknown[] } };
    expect(preview.readings).toMatchObject([{ kpi: 'CANCEL_PCT', market: 'FR', value: '1.5' }]);
    expect(await stateOf(reportId)).toBe('draft');
    await bruno.send(
      rememberedMapping,
      `/reports/${reportId}/remembered-mapping`,
      { mapping: preview.mapping, sheet: '0' },
      { reportId },
    );
    await work();
    const page = await bruno.load(reportPage, `/reports/${reportId}`, { reportId });
    expect(page.body).toMatchObject({ content: { view: 'draft', table: { total: 1 } } });
  });
});

describe('who may', () => {
  const routes: [string, RouteModule, 'load' | 'send'][] = [
    ['the page', reportPage, 'load'],
    ['its progress', progress, 'load'],
    ['its remarks', remarks, 'load'],
    ['its columns', mapping, 'load'],
    ['its submission', submission, 'send'],
    ['its discarding', discard, 'send'],
    ['its reading', reading, 'send'],
    ['its mapping', rememberedMapping, 'send'],
  ];

  it.each(routes)('another vendor finds nothing at %s', async (_, route, how) => {
    const { location } = await send(bruno, text('Month,OTD_PCT\n2023-12,133\n'), 'bad.csv');
    const reportId = reportIdOf(location);
    const path = `/reports/${reportId}`;
    const answer =
      how === 'load'
        ? await hanna.load(route, path, { reportId })
        : await hanna.send(route, path, {}, { reportId });
    expect(answer.status).toBe(404);
    expect(await stateOf(reportId)).toBe('draft');
    const [kept] = await store.read.select().from(reports).where(eq(reports.id, reportId));
    const uploadId = kept?.uploadId ?? 0;
    expect((await hanna.load(upload, `/uploads/${uploadId}`, { uploadId })).status).toBe(404);
  });

  it('insiders do not see what a vendor has not sent, nor vendors what insiders have not', async () => {
    const reportId = await sendGood(bruno);
    expect((await mona.load(reportPage, '/', { reportId })).status).toBe(404);
    const fields = { vendor: 'BRITTLE', source: 'internal_review' };
    const { location } = await send(mona, text('Month,OTD_PCT\n2023-12,50\n'), 'ours.csv', fields);
    const ours = reportIdOf(location);
    expect((await bruno.load(reportPage, '/', { reportId: ours })).status).toBe(404);
    await submit(mona, ours);
    expect((await bruno.load(reportPage, '/', { reportId: ours })).status).toBe(404);
    const rows = (await bruno.load(list, '/reports')).body as { rows: { id: number }[] };
    expect(rows.rows.map(({ id }) => id)).not.toContain(ours);
  });

  it('nobody decides on what they sent, and vendors decide on nothing', async () => {
    const fields = { vendor: 'BRITTLE', source: 'system_log' };
    const { location } = await send(mona, text('Month,OTD_PCT\n2023-12,74\n'), 'ours.csv', fields);
    const ours = reportIdOf(location);
    await submit(mona, ours);
    await mona.send(acceptance, '/', { note: '' }, { reportId: ours });
    expect(await stateOf(ours)).toBe('submitted');
    const own = await sendGood(bruno);
    await submit(bruno, own);
    expect((await bruno.send(acceptance, '/', {}, { reportId: own })).status).toBe(404);
  });
});
