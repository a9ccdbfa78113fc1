import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { cellKinds } from './grid';
import { dateOfSerial, formatKind, plainDecimal, shifted } from './number-format';
import { reportLimits } from './reading';
import { FileRefusal } from './refusal';
import { readWorkbook } from './workbook';

async function bytesOf(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function refusal(bytes: Uint8Array, limits = reportLimits): Promise<string> {
  try {
    await readWorkbook(bytes, limits);
  } catch (error) {
    if (error instanceof FileRefusal) return error.code;
    throw error;
  }
  throw new Error('read');
}

describe('readWorkbook', () => {
  it('reads what is stored: exact decimals, percentages, dates, text, results of formulas', async () => {
    const bytes = await bytesOf((book) => {
      const sheet = book.addWorksheet('数据 & more');
      sheet.addRow([
        'text <b>',
        79.97,
        0.7997,
        new Date(Date.UTC(2023, 6, 31)),
        true,
        0.1 + 0.2,
        '1,234',
        '',
      ]);
      sheet.getCell('C1').numFmt = '0.00%';
      sheet.getCell('D1').numFmt = 'mmm yyyy';
      sheet.getCell('A3').value = { formula: 'B1*2', result: 159.94 };
      sheet.getCell('B3').value = { richText: [{ text: 'on-' }, { text: 'time' }] };
      sheet.getCell('C3').value = { formula: '1/0', result: { error: '#DIV/0!' } };
      sheet.getCell('D3').value = 1e-7;
    });
    const [grid] = await readWorkbook(bytes, reportLimits);
    expect(grid?.name).toBe('数据 & more');
    expect(grid?.rows).toEqual([
      ['text <b>', '79.97', '79.97%', '2023-07-31', 'TRUE', '0.3', '1,234'],
      ['159.94', 'on-time', '#DIV/0!', '0.0000001'],
    ]);
    expect(grid?.numbers).toEqual([1, 3]);
    const { text, number, date } = cellKinds;
    expect([...(grid?.kinds?.[0] ?? [])]).toEqual([text, number, number, date, text, number, text]);
  });

  it('repeats the text of cells merged downwards, not that of a title, and never a number', async () => {
    const bytes = await bytesOf((book) => {
      const sheet = book.addWorksheet('a');
      sheet.addRow(['Title']);
      sheet.mergeCells('A1:C1');
      sheet.addRow(['Jul 2023', 'ATL', 80]);
      sheet.addRow([null, 'BOS', null]);
      sheet.addRow([null, 'DEN', 82]);
      sheet.mergeCells('A2:A4');
      sheet.mergeCells('C2:C3');
    });
    const [grid] = await readWorkbook(bytes, reportLimits);
    expect(grid?.rows).toEqual([
      ['Title'],
      ['Jul 2023', 'ATL', '80'],
      ['Jul 2023', 'BOS'],
      ['Jul 2023', 'DEN', '82'],
    ]);
  });

  it('passes over hidden sheets', async () => {
    const bytes = await bytesOf((book) => {
      book.addWorksheet('shown').addRow(['a']);
      book.addWorksheet('lists', { state: 'veryHidden' }).addRow(['b']);
    });
    expect((await readWorkbook(bytes, reportLimits)).map((grid) => grid.name)).toEqual(['shown']);
  });

  it('shows a formula that was never worked out', async () => {
    const bytes = await bytesOf((book) => {
      book.addWorksheet('a').getCell('A1').value = { formula: 'B1+C1' };
    });
    expect((await readWorkbook(bytes, reportLimits))[0]?.rows).toEqual([['=B1+C1']]);
  });

  it('refuses an archive that unpacks to far more than its size, before unpacking it', async () => {
    const bytes = await bytesOf((book) => {
      const sheet = book.addWorksheet('a');
      for (let row = 0; row < 3000; row += 1) sheet.addRow(Array.from({ length: 60 }, () => 1));
    });
    expect(await refusal(bytes, { ...reportLimits, unpackedBytes: 1_000_000 })).toBe(
      'file_unpacks_too_large',
    );
  });

  it('refuses an archive that lies about its sizes', async () => {
    const bytes = await bytesOf((book) => book.addWorksheet('a').addRow(['x'.repeat(5000)]));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 46 < bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(await refusal(bytes)).toBe('file_damaged');
  });

  it('refuses a workbook that was cut off', async () => {
    const bytes = await bytesOf((book) => book.addWorksheet('a').addRow(['x']));
    expect(await refusal(bytes.subarray(0, bytes.length - 100))).toBe('file_damaged');
  });

  it('refuses more columns and rows than the limit', async () => {
    const wide = await bytesOf((book) =>
      book.addWorksheet('a').addRow(Array.from({ length: 300 }, (_, n) => n)),
    );
    expect(await refusal(wide)).toBe('too_many_columns');
    const long = await bytesOf((book) => {
      const sheet = book.addWorksheet('a');
      for (let row = 0; row < 12; row += 1) sheet.addRow([row]);
    });
    expect(await refusal(long, { ...reportLimits, rows: 10 })).toBe('too_many_rows');
  });
});

describe('number formats', () => {
  it('tells percentages, dates and numbers apart', () => {
    expect([
      formatKind(9, undefined),
      formatKind(10, undefined),
      formatKind(164, '0.0%;[Red]-0.0%'),
    ]).toEqual(Array.from({ length: 3 }, () => 'percent'));
    expect([
      formatKind(14, undefined),
      formatKind(17, undefined),
      formatKind(164, 'yyyy"年"m"月"'),
    ]).toEqual(Array.from({ length: 3 }, () => 'date'));
    expect([
      formatKind(0, undefined),
      formatKind(164, '#,##0.00 "days"'),
      formatKind(164, 'General'),
    ]).toEqual(Array.from({ length: 3 }, () => 'number'));
  });

  it('moves the point without changing a digit', () => {
    expect(['0.7997', '0.8', '1', '-0.005', '0'].map((text) => shifted(text, 2))).toEqual([
      '79.97',
      '80',
      '100',
      '-0.5',
      '0',
    ]);
    expect(shifted('133', -2)).toBe('1.33');
  });

  it('keeps the fifteen digits of a spreadsheet', () => {
    expect(
      ['79.97', '0.30000000000000004', '1E-7', '1.5e3', '12345678901234567', 'x'].map(plainDecimal),
    ).toEqual(['79.97', '0.3', '0.0000001', '1500', '12345678901234600', null]);
  });

  it('reads day numbers from 1900 and from 1904', () => {
    expect(dateOfSerial(44927, false)).toBe('2023-01-01');
    expect(dateOfSerial(43465, true)).toBe('2023-01-01');
    expect(dateOfSerial(-1, false)).toBeNull();
  });
});
