import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { formatPeriod } from '~/shared/period';
import { airlineContext, airlines, csvRecords } from '../../tests/casts/kpi-cast';
import { checkReport } from './check-report';
import { readUpload } from './read-upload';

/*
 * Reports as carriers send them, in seven forms. What a file says is read here by other means, as plainly as possible, and
 * compared cell by cell with what the portal reads; then with the figures of the source itself.
 */
const folder = 'tests/data/airline-otp/uploads';
const data = 'db/demo/data/airline-otp';

const columns = [
  'FLIGHTS_SCHEDULED',
  'FLIGHTS_COMPLETED',
  'OTD_PCT',
  'CANCEL_PCT',
  'DIVERT_PCT',
  'AVG_DELAY_MIN',
  'CARRIER_LATE_PCT',
];

const source = new Map(
  ['kpi-tidy.csv', 'kpi-tidy-by-market.csv'].flatMap((file) =>
    csvRecords(join(data, file)).map(
      (row) =>
        [
          [row['carrier_code'], row['period'], row['market'] || 'ALL', row['kpi_code']].join('|'),
          Number(row['value']),
        ] as const,
    ),
  ),
);

function filesBelow(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
  );
}

/** `2023-07|ATL|OTD_PCT` to the number in the file, or null for an empty cell. */
async function cellsOf(file: string): Promise<Map<string, number | null>> {
  const rows = file.endsWith('.xlsx') ? await workbookRows(file) : textRows(file);
  return new Map(
    rows.flatMap((row) =>
      columns.map((kpi, index) => {
        const market = row[3] === '全部' ? 'ALL' : row[3];
        return [
          `${monthOf(row[2] ?? '')}|${market}|${kpi}`,
          numberOf(row[index + 4] ?? ''),
        ] as const;
      }),
    ),
  );
}

function textRows(file: string): string[][] {
  const encoding = file.includes('gb18030') ? 'gb18030' : 'utf-8';
  const lines = new TextDecoder(encoding).decode(readFileSync(file)).trim().split(/\r?\n/).slice(1);
  return lines.map((line) =>
    file.includes('eu-semicolon')
      ? line.replaceAll(',', '.').split(';')
      : line.replace(/"(\d+),(\d+)"/g, '$1$2').split(','),
  );
}

async function workbookRows(file: string): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    const cells = Array.from({ length: 11 }, (_, index) => row.getCell(index + 1));
    if (cells[0]?.text.length !== 2) return;
    rows.push(
      cells.map(({ value, numFmt }) => {
        if (value instanceof Date) return value.toISOString().slice(0, 7);
        return numFmt === '0.00%'
          ? String((Number(value) * 100).toFixed(2))
          : String(typeof value === 'number' || typeof value === 'string' ? value : '');
      }),
    );
  });
  return rows;
}

function monthOf(text: string): string {
  const [first = '', second = ''] = text.match(/\d+/g) ?? [];
  const [year, month] = first.length === 4 ? [first, second] : [second, first];
  return `${year}-${month.padStart(2, '0')}`;
}

function numberOf(text: string): number | null {
  return text === '' ? null : Number(text.replace('%', ''));
}

describe.each(filesBelow(folder))('%s', (file) => {
  it('is read without a hand, every cell as the file has it, within half of its last digit of the source', async () => {
    const code = basename(file).slice(0, 2);
    const vendor = airlines.find((airline) => airline.code === code);
    const context = airlineContext({ ...(vendor && { vendor }) });
    const upload = await readUpload({ name: basename(file), bytes: readFileSync(file) }, context);
    expect(upload.findings.list).toEqual([]);
    expect(
      checkReport(upload, context).list.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);

    const expected = await cellsOf(file);
    expect(upload.readings).toHaveLength(expected.size);
    for (const reading of upload.readings) {
      const cell = `${formatPeriod(reading.period)}|${reading.market ?? 'ALL'}|${reading.kpi}`;
      const value = reading.value === null ? null : Number(reading.value);
      expect([cell, value]).toEqual([cell, expected.get(cell)]);
      const exact = source.get(`${code}|${cell}`);
      if (exact === undefined) continue;
      const tolerance = reading.kpi.startsWith('FLIGHTS') ? 0 : 0.005 + 1e-9;
      expect([cell, Math.abs((value ?? NaN) - exact) <= tolerance]).toEqual([cell, true]);
    }
    const onTime = upload.readings.filter(({ kpi }) => kpi === 'OTD_PCT');
    expect(
      onTime.every(
        ({ sampleSize, sampleFrom }) => sampleSize !== null && sampleFrom === 'sample_kpi',
      ),
    ).toBe(true);
  });
});
