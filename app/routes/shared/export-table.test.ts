import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { commandAct } from '~/auth/act';
import { translate } from '~/locales/i18n.server';
import { neutral } from '~/shared/neutral-cell';
import { fileWriters } from '../../../scripts/serve/file-writers';
import { testNow } from '../../../tests/cast';
import { exportTable, type ExportColumn } from './export-table.server';

describe('a cell that a spreadsheet would run', () => {
  it.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '  =1', '＝1+1', '\r=1'])('%j', (text) => {
    expect(neutral(text)).toBe(`'${text}`);
  });
  it.each(['-12.5', '+3', 'O’Hare', 'a=b', '', '10-20', '2023-07'])('leaves %j alone', (text) => {
    expect(neutral(text)).toBe(text);
  });
  it('leaves numbers alone', () => expect(neutral(-4)).toBe(-4));
});

type Row = { name: string; rate: string | number | null };

const columns: ExportColumn<Row>[] = [
  { header: '名称', value: (row) => row.name },
  { header: 'Rate', value: (row) => row.rate },
];
const rows: Row[] = [
  { name: '=HYPERLINK("x"), "quoted"', rate: '79.9723' },
  { name: '南方航空', rate: null },
  { name: ' two\nlines ', rate: 12.5 },
];
const visit = { act: commandAct(testNow), t: translate('en') };

function exported(format: string, name: string, table = rows, left = new AbortController()) {
  const context = { filesFor: () => fileWriters('nowhere'), left: left.signal };
  const request = new Request(`http://localhost/export?format=${format}`);
  return exportTable({ request, context }, visit, name, columns, table);
}

async function textOf(response: Response): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
}

async function sheetOf(response: Response) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  return book.worksheets[0]!;
}

it('writes CSV that Excel reads: byte order mark, quotes, harmless formulas', async () => {
  const response = await exported('csv', '供应商');
  expect(await textOf(response)).toBe(
    '\ufeff名称,Rate\r\n"\'=HYPERLINK(""x""), ""quoted""",79.9723\r\n南方航空,\r\n" two\nlines ",12.5\r\n',
  );
  expect(response.headers.get('Content-Disposition')).toContain(
    `filename*=UTF-8''${encodeURIComponent('供应商.csv')}`,
  );
});

it('writes a workbook with the same cells and no formulas', async () => {
  const sheet = await sheetOf(await exported('xlsx', 'vendors'));
  const cells = [1, 2, 3, 4].map((row) => [1, 2].map((at) => sheet.getCell(row, at).value));
  expect(cells).toEqual([
    ['名称', 'Rate'],
    ['\'=HYPERLINK("x"), "quoted"', '79.9723'],
    ['南方航空', null],
    [' two\nlines ', 12.5],
  ]);
  expect(sheet.getCell('A1').font.bold).toBe(true);
  expect(sheet.getColumn(1).width).toBe(26);
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
});

const many = Array.from({ length: 5000 }, (_, at) => ({ name: `Line ${at}`, rate: at }));

it('writes every row of a long table once and in order, in either format', async () => {
  const names = many.map(({ name }) => name);
  const lines = (await textOf(await exported('csv', 'vendors', many))).split('\r\n');
  expect(lines.slice(1, -1)).toEqual(many.map(({ name, rate }) => `${name},${rate}`));
  const sheet = await sheetOf(await exported('xlsx', 'vendors', many));
  expect(names.map((_, at) => sheet.getCell(at + 2, 1).value)).toEqual(names);
  expect(sheet.rowCount).toBe(many.length + 1);
});

it('goes with its header alone where there are no rows', async () => {
  expect(await textOf(await exported('csv', 'vendors', []))).toBe('\ufeff名称,Rate\r\n');
  expect((await sheetOf(await exported('xlsx', 'vendors', []))).rowCount).toBe(1);
});

it('lets others have the thread between any two pieces, whichever of three exports they are of', async () => {
  let passed = 0;
  let isOver = false;
  const others = (async () => {
    for (; !isOver; passed += 1) await new Promise((go) => setImmediate(go));
  })();
  const three = [1, 2, 3].map(async () => textOf(await exported('csv', 'vendors', many)));
  const texts = await Promise.all(three);
  isOver = true;
  await others;
  expect(new Set(texts).size).toBe(1);
  expect(passed).toBeGreaterThanOrEqual(3 * 24); // Twenty-five pieces each.
});

it('stops where nobody reads it any more', async () => {
  const left = new AbortController();
  const leaving = many.map(({ rate }, at) => ({
    rate,
    get name() {
      if (at === 700) left.abort();
      return `Line ${at}`;
    },
  }));
  const lines = (await textOf(await exported('csv', 'vendors', leaving, left))).split('\r\n');
  expect(lines).toHaveLength(1 + 800 + 1); // The piece under way is the last.
});
