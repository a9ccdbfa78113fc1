import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { formatPeriod } from '~/shared/period';
import { airlineContext } from '../../tests/casts/kpi-cast';
import type { MappingChoice, Upload } from './read-upload';
import { readPasted, readRows, readUpload } from './read-upload';
import type { ReadContext } from './reading';

const encode = (text: string) => new TextEncoder().encode(text);

function readCsv(
  text: string,
  context: ReadContext = airlineContext(),
  choice?: MappingChoice,
): Promise<Upload> {
  return readUpload({ name: 'report.csv', bytes: encode(text) }, context, choice);
}

const codes = (upload: Upload) => upload.findings.list.map((finding) => finding.code);
const shown = (upload: Upload) =>
  upload.readings.map(({ period, market, kpi, value }) => [
    formatPeriod(period),
    market,
    kpi,
    value,
  ]);

describe('shapes', () => {
  it('reads a row per reading', async () => {
    const upload = await readCsv(
      'Period,KPI,Market,Numerator,Denominator,Value,Sample size,Note\n' +
        '2023-07,OTD_PCT,ATL,1,3,,,=SUM(A1)\n2023-07,准点率(%),全部,,,79.97,1000,\n2023-07,on time %,BOS,,,,,\n',
    );
    expect(codes(upload)).toEqual([]);
    expect(upload.readings).toMatchObject([
      {
        row: 2,
        market: 'ATL',
        value: '33.333333333333',
        numerator: '1',
        denominator: '3',
        sampleSize: '3',
        sampleFrom: 'denominator',
        note: '=SUM(A1)',
      },
      { row: 3, market: null, value: '79.97', sampleSize: '1000', sampleFrom: 'stated' },
      { row: 4, market: 'BOS', value: null, sampleSize: null },
    ]);
  });

  it('reads a column per KPI, below a title and empty rows, beside notes and a repeated header', async () => {
    const upload = await readCsv(
      'Monthly report 2023,,,\n,,,\nMONTH,market,On-Time  %,完成航班量\nJul 2023,ALL,79.97,"1,000"\n' +
        'MONTH,market,On-Time  %,完成航班量\n,,,\n2023/8,ATL,,5\nPreliminary figures,,,\n',
    );
    expect(codes(upload)).toEqual([]);
    expect(shown(upload)).toEqual([
      ['2023-07', null, 'OTD_PCT', '79.97'],
      ['2023-07', null, 'FLIGHTS_COMPLETED', '1000'],
      ['2023-08', 'ATL', 'OTD_PCT', null],
      ['2023-08', 'ATL', 'FLIGHTS_COMPLETED', '5'],
    ]);
    expect(upload.readings[0]).toMatchObject({
      row: 4,
      column: 2,
      sampleSize: '1000',
      sampleFrom: 'sample_kpi',
    });
    expect(upload.sheets[0]).toMatchObject({ headerRow: 3, shape: 'wide', rows: 2 });
  });

  it('keeps a month without values when its row holds nothing else', async () => {
    const upload = await readCsv('Month,OTD_PCT\n2023-06,80\n2023-07,\n');
    expect(shown(upload)).toEqual([
      ['2023-06', null, 'OTD_PCT', '80'],
      ['2023-07', null, 'OTD_PCT', null],
    ]);
  });

  it('reads all sheets, merges what repeats and passes over the cover', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Cover').addRow(['Southwest Airlines']);
    const rows = [
      ['Month', 'Market', 'OTD_PCT'],
      ['2023-07', 'ALL', 79.97],
      ['2023-07', 'ATL', 81],
    ];
    book.addWorksheet('Detail').addRows(rows);
    book.addWorksheet('Total').addRows(rows.slice(0, 2));
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const upload = await readUpload({ name: 'report.xlsx', bytes }, airlineContext());
    expect(codes(upload)).toEqual([]);
    expect(upload.merged).toBe(1);
    expect(upload.readings).toHaveLength(2);
    expect(upload.sheets.map((sheet) => sheet.skipped)).toEqual([true, false, false]);
  });

  it('reads percentages as text, as fractions under a percent format, and refuses them for other units', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('a');
    sheet.addRows([
      ['Month', 'OTD_PCT', 'AVG_DELAY_MIN'],
      ['2023-07', 0.7997, 12],
      ['2023-08', '80.5%', '13%'],
    ]);
    sheet.getCell('B2').numFmt = '0.00%';
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const upload = await readUpload({ name: 'report.xlsx', bytes }, airlineContext());
    expect(
      upload.readings.filter(({ kpi }) => kpi === 'OTD_PCT').map(({ value }) => value),
    ).toEqual(['79.97', '80.5']);
    expect(codes(upload)).toEqual(['percent_for_other_unit']);
  });

  it('reads pasted cells and rows from a program', () => {
    const pasted = readPasted('Month\tOTD_PCT\n2023-07\t79,97\n2023-08\t80,1\n', airlineContext());
    expect(pasted.readings.map(({ value }) => value)).toEqual(['79.97', '80.1']);
    const sent = readRows(
      [
        { period: '2023-07', kpi: 'FLIGHTS_COMPLETED', value: 1000 },
        { period: '2023-07', kpi: 'AVG_DELAY_MIN', value: '1.234', market: null },
      ],
      airlineContext(),
    );
    expect(codes(sent)).toEqual([]);
    expect(sent.readings.map(({ row, value }) => [row, value])).toEqual([
      [1, '1000'],
      [2, '1.234'],
    ]);
  });

  it('takes numerator and denominator beside the only KPI, and asks about figures that belong nowhere', async () => {
    const one = await readCsv('Month,OTD_PCT,Numerator,Denominator\n2023-07,,2,3\n');
    expect(one.readings).toMatchObject([
      { value: '66.666666666667', numerator: '2', denominator: '3' },
    ]);
    const asked = async (text: string) =>
      (await readCsv(text)).findings.list.map(({ code, value }) => [code, value]);
    expect(
      await asked('Month,OTD_PCT,CANCEL_PCT,Numerator,Denominator\n2023-07,80,1,2,3\n'),
    ).toEqual([
      ['column_unknown', 'Numerator'],
      ['column_unknown', 'Denominator'],
    ]);
    expect(await asked('Month,OTD_PCT,Value\n2023-07,80,1\n')).toEqual([
      ['column_unknown', 'Value'],
    ]);
    expect(await asked('Month,KPI,Value,CANCEL_PCT\n2023-07,OTD_PCT,80,1\n')).toEqual([
      ['column_unknown', 'CANCEL_PCT'],
    ]);
  });

  it('takes the month from elsewhere where the file has none', async () => {
    const context = airlineContext({ assume: { period: 24_283 } });
    expect(shown(await readCsv('Market,OTD_PCT\nATL,80\n', context))).toEqual([
      ['2023-08', 'ATL', 'OTD_PCT', '80'],
    ]);
  });
});
