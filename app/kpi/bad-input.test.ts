import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { airlineContext } from '../../tests/casts/kpi-cast';
import type { MappingChoice, Upload } from './read-upload';
import { readUpload } from './read-upload';
import { reportLimits, type ReadContext } from './reading';

const encode = (text: string) => new TextEncoder().encode(text);

function readCsv(
  text: string,
  context: ReadContext = airlineContext(),
  choice?: MappingChoice,
): Promise<Upload> {
  return readUpload({ name: 'report.csv', bytes: encode(text) }, context, choice);
}

const codes = (upload: Upload) => upload.findings.list.map((finding) => finding.code);

describe('bad input', () => {
  const context = airlineContext();

  it.each([
    ['an empty file', '', 'report.csv', 'file_empty'],
    ['blank lines alone', '\n\n ,\n', 'report.csv', 'file_empty'],
    [
      'text behind the name of a workbook',
      'Month,OTD_PCT\n2023-07,80\n',
      'report.xlsx',
      'file_named_workbook_is_text',
    ],
    ['a PDF behind a good name', '%PDF-1.7 …', 'report.csv', 'file_is_pdf'],
    ['a picture', '\u0089PNG', 'report.xlsx', 'file_is_image'],
    ['a web page behind the name of a workbook', '<html><table>', 'report.xls', 'file_is_web_page'],
    ['JSON', '[{"period": "2023-07"}]', 'report.csv', 'file_is_json'],
    ['bytes of nothing known', 'a\u0000\u0001\u0000\u0000b', 'report.csv', 'file_is_binary'],
    ['a broken quote', 'Month,OTD_PCT\n"2023-07,80\n', 'report.csv', 'quote_not_closed'],
    [
      '300 columns',
      `${Array.from({ length: 300 }, (_, n) => `c${n}`).join()}\n`,
      'report.csv',
      'too_many_columns',
    ],
  ])('refuses %s', async (_, text, name, code) => {
    const bytes =
      code === 'file_is_image'
        ? Uint8Array.from(text, (letter) => letter.charCodeAt(0))
        : encode(text);
    const upload = await readUpload({ name, bytes }, context);
    expect(codes(upload)).toEqual([code]);
    expect(upload.readings).toEqual([]);
  });

  it('says what an old, a protected and a renamed workbook are', async () => {
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Array.from({ length: 600 }, () => 0)]);
    expect(codes(await readUpload({ name: 'a.xlsx', bytes: ole }, context))).toEqual([
      'file_is_old_excel',
    ]);
    const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
    ole.set(name, 100);
    expect(codes(await readUpload({ name: 'a.xlsx', bytes: ole }, context))).toEqual([
      'file_is_protected',
    ]);
    const book = new ExcelJS.Workbook();
    book.addWorksheet('a').addRow(['Month']);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    expect(codes(await readUpload({ name: 'a.csv', bytes }, context))).toEqual([
      'file_named_text_is_workbook',
    ]);
  });

  it('refuses a file above the limit', async () => {
    const small = { ...context, limits: { ...reportLimits, fileBytes: 10 } };
    expect(codes(await readCsv('Month,OTD_PCT\n2023-07,80\n', small))).toEqual(['file_too_large']);
  });

  it('refuses a header alone', async () => {
    expect(codes(await readCsv('Month,OTD_PCT\n', context))).toEqual(['no_rows']);
  });

  it('asks what unknown columns mean, with samples, and passes over empty ones', async () => {
    const upload = await readCsv(
      'Month,OTD_PCT,Mood,Blank\n2023-07,80,good,\n2023-08,81,,\n',
      context,
    );
    expect(upload.findings.list).toMatchObject([
      { code: 'column_unknown', value: 'Mood', row: 1, column: 3 },
    ]);
    expect(upload.sheets[0]?.unknown).toEqual([{ column: 2, title: 'Mood', samples: ['good'] }]);
  });

  it('says which columns are missing', async () => {
    expect(codes(await readCsv('Market,OTD_PCT\nATL,80\n', context))).toEqual([
      'period_column_missing',
    ]);
    expect(codes(await readCsv('Month,Market\n2023-07,ATL\n', context))).toEqual([
      'kpi_column_missing',
    ]);
    expect(codes(await readCsv('Month,KPI,Market\n2023-07,OTD_PCT,ATL\n', context))).toEqual([
      'value_column_missing',
    ]);
    expect(codes(await readCsv('Month,OTD_PCT,On-time %\n2023-07,80,80\n', context))).toEqual([
      'column_twice',
    ]);
  });

  it('finds every bad cell, each with its place and what was seen', async () => {
    const upload = await readCsv(
      'Carrier code,Month,KPI,Market,Value\nAA,2023-07,OTD_PCT,ATL,80\nWN,soon,OTD_PCT,ATL,80\nWN,,OTD_PCT,ATL,80\n' +
        'WN,2023-07,NPS,ATL,80\nWN,2023-07,OTD_PCT,Mars,80\nWN,2023-07,OTD_PCT,ATL,good\nWN,2023-07,OTD_PCT,BOS,=1+1\n',
      context,
    );
    expect(
      upload.findings.list.map(({ code, row, columnName, value }) => [
        code,
        row,
        columnName,
        value,
      ]),
    ).toEqual([
      ['other_vendor', 2, 'Carrier code', 'AA'],
      ['period_unreadable', 3, 'Month', 'soon'],
      ['period_empty', 4, 'Month', ''],
      ['kpi_unknown', 5, 'KPI', 'NPS'],
      ['market_unknown', 6, 'Market', 'Mars'],
      ['number_unreadable', 7, 'Value', 'good'],
      ['formula_without_value', 8, 'Value', '=1+1'],
    ]);
  });

  it('takes former names of the sender, mentions a new one, and refuses another vendor', async () => {
    const named = (code: string, name: string) =>
      readCsv(`Vendor code,Vendor name,Month,OTD_PCT\n${code},${name},2023-07,80\n`, context);
    expect(codes(await named('wn', 'southwest airlines co'))).toEqual([]);
    expect((await named('WN', 'Southwest Group')).findings).toMatchObject({
      errors: 0,
      warnings: 1,
    });
    expect(codes(await named('', 'JetBlue Airways'))).toEqual(['other_vendor']);
  });

  it('refuses repeats that differ and merges repeats that do not', async () => {
    const upload = await readCsv(
      'Month,KPI,Value\n2023-07,OTD_PCT,80.0\n2023-07,OTD_PCT,80\n2023-07,OTD_PCT,81\n',
      context,
    );
    expect(upload.merged).toBe(2);
    expect(upload.findings.list).toMatchObject([
      { code: 'duplicate_differs', row: 4, value: '81', params: { other: '80.0', otherRow: 2 } },
    ]);
  });

  it('keeps findings up to the limit and counts the rest', async () => {
    const limits = { ...reportLimits, findings: 3 };
    const rows = Array.from({ length: 10 }, (_, n) => `2023-07,OTD_PCT,bad${n}`).join('\n');
    const { findings } = await readCsv(`Month,KPI,Value\n${rows}\n`, { ...context, limits });
    expect([findings.list.length, findings.errors, findings.omitted]).toEqual([3, 10, 7]);
  });

  it('refuses rows that are longer than the header, as unquoted decimal commas make them', async () => {
    const upload = await readCsv('Month,OTD_PCT,\n2023-06,"80,5",,\n2023-07,80,5,1\n', context);
    expect(upload.findings.list.map(({ code, row, value }) => [code, row, value])).toEqual([
      ['column_unknown', 1, 'C'],
      ['cells_beyond_header', 3, '1'],
    ]);
    expect(codes(await readCsv('Month,OTD_PCT\n2023-07,73,52\n', context))).toEqual([
      'cells_beyond_header',
    ]);
  });

  it('asks for months that are written so that they can be two', async () => {
    expect(codes(await readCsv('Date,OTD_PCT\n01/02/2023,80\n', context))).toEqual([
      'period_ambiguous',
    ]);
    const upload = await readCsv('Date,OTD_PCT\n01/02/2023,80\n28/02/2023,80\n', context);
    expect(upload.merged).toBe(1);
  });
});
