import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { neutral } from '~/shared/neutral-cell';
import { exportTable } from './export.server';

describe('a cell that a spreadsheet would run', () => {
  it.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '  =1', '＝1+1', '\r=1'])('%j', (text) => {
    expect(neutral(text)).toBe(`'${text}`);
  });
  it.each(['-12.5', '+3', 'O’Hare', 'a=b', '', '10-20', '2023-07'])('leaves %j alone', (text) => {
    expect(neutral(text)).toBe(text);
  });
  it('leaves numbers alone', () => expect(neutral(-4)).toBe(-4));
});

const columns = [
  { header: '名称', value: (row: { name: string; rate: string | null }) => row.name },
  { header: 'Rate', value: (row: { name: string; rate: string | null }) => row.rate },
];
const rows = [
  { name: '=HYPERLINK("x"), "quoted"', rate: '79.9723' },
  { name: '南方航空', rate: null },
];

it('writes CSV that Excel reads: byte order mark, quotes, harmless formulas', async () => {
  const response = await exportTable('csv', '供应商', columns, rows);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  expect(text).toBe(
    '\ufeff名称,Rate\r\n"\'=HYPERLINK(""x""), ""quoted""",79.9723\r\n南方航空,\r\n',
  );
  expect(response.headers.get('Content-Disposition')).toContain(
    `filename*=UTF-8''${encodeURIComponent('供应商.csv')}`,
  );
});

it('writes a workbook with the same cells and no formulas', async () => {
  const response = await exportTable('xlsx', 'vendors', columns, rows);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  const sheet = book.worksheets[0];
  expect(sheet?.getCell('A2').value).toBe('\'=HYPERLINK("x"), "quoted"');
  expect(sheet?.getCell('B2').value).toBe('79.9723');
  expect(sheet?.getCell('A3').value).toBe('南方航空');
});
