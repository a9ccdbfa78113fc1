import ExcelJS from 'exceljs';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { translate } from '~/locales/i18n.server';
import * as reportPage from '~/routes/_app.reports.$reportId._index';
import * as acceptance from '~/routes/_app.reports.$reportId.acceptance';
import * as discard from '~/routes/_app.reports.$reportId.discard';
import * as mapping from '~/routes/_app.reports.$reportId.mapping';
import * as progress from '~/routes/_app.reports.$reportId.progress';
import * as reading from '~/routes/_app.reports.$reportId.reading';
import * as remarks from '~/routes/_app.reports.$reportId.remarks';
import * as rememberedMapping from '~/routes/_app.reports.$reportId.remembered-mapping';
import * as submission from '~/routes/_app.reports.$reportId.submission';
import * as list from '~/routes/_app.reports._index';
import * as newReport from '~/routes/_app.reports.new';
import * as upload from '~/routes/_app.uploads.$uploadId';
import { formatMonth } from '~/shared/format';
import { periodOf } from '~/shared/period';
import { readings, reports } from '~db/schema/kpi';
import type { RouteModule } from '../visit';
import {
  visitorsForEach,
  store,
  hanna,
  bruno,
  mona,
  text,
  send,
  reportIdOf,
  sendGood,
  submit,
  stateOf,
  type Shown,
} from './report-visits';

visitorsForEach();

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
