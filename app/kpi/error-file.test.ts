import { describe, expect, it } from 'vitest';
import { airlineContext } from '../../tests/casts/kpi-cast';
import { csvText, remarkedSheets, safeCell } from './error-file';
import { readUpload } from './read-upload';

const bytes = (text: string) => new TextEncoder().encode(text);
const context = airlineContext();

describe('remarkedSheets', () => {
  it('gives the file back with a column of remarks that is passed over when it is sent again', async () => {
    const text =
      'Report\n\nMonth,Market,OTD_PCT,Note\n2023-07,ATL,good,"a, b"\n2023-07,BOS,80,=1+1\n';
    const upload = await readUpload({ name: 'a.csv', bytes: bytes(text) }, context);
    const [sheet] = remarkedSheets(
      upload.grids,
      upload.sheets.map(({ headerRow }) => headerRow),
      upload.findings.list,
      'What to mend',
      (finding) => `${finding.code} ${finding.value}`,
    );
    expect(sheet?.rows).toEqual([
      ['Report', '', '', '', ''],
      [],
      ['Month', 'Market', 'OTD_PCT', 'Note', 'What to mend'],
      ['2023-07', 'ATL', 'good', 'a, b', 'number_unreadable good'],
      ['2023-07', 'BOS', '80', "'=1+1", ''],
    ]);
    const mended = csvText(sheet?.rows ?? []).replace('good,', '79,');
    const again = await readUpload({ name: 'a.csv', bytes: bytes(mended) }, context);
    expect(again.findings.list).toEqual([]);
    expect(again.readings.map(({ row, value }) => [row, value])).toEqual([
      [4, '79'],
      [5, '80'],
    ]);
  });

  it('puts remarks on a whole sheet into its header', async () => {
    const upload = await readUpload(
      { name: 'a.csv', bytes: bytes('Month,Mood\n2023-07,good\n') },
      context,
    );
    const [sheet] = remarkedSheets(
      upload.grids,
      [1],
      upload.findings.list,
      '需要修正',
      ({ code }) => code,
    );
    expect(sheet?.rows[0]?.[2]).toBe('需要修正: column_unknown | kpi_column_missing');
    const again = await readUpload(
      { name: 'a.csv', bytes: bytes(csvText(sheet?.rows ?? [])) },
      context,
    );
    expect(again.findings.list.map(({ code }) => code)).toEqual([
      'column_unknown',
      'kpi_column_missing',
    ]);
  });
});

describe('safeCell', () => {
  it.each(['=1+1', '+cmd', '-cmd', '@sum', '\tx', '\rx', '-1+2'])('disarms %j', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
  });

  it.each(['-3', '-3.5', '+3', '-3,5', '-3.5%', 'text', ''])('leaves %j', (text) => {
    expect(safeCell(text)).toBe(text);
  });
});

it('writes CSV that spreadsheets open as it is meant', () => {
  expect(
    csvText([
      ['a', 'b "c"'],
      ['1,2', 'x\ny'],
    ]),
  ).toBe('\ufeffa,"b ""c"""\r\n"1,2","x\ny"\r\n');
});
