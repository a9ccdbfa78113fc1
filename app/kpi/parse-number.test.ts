import { describe, expect, it } from 'vitest';
import { gridOfRecords } from './grid';
import { numberColumns } from './number-column';
import { numberHint, parseNumber } from './parse-number';

describe('parseNumber', () => {
  it.each([
    ['79.97', '79.97'],
    ['100.00', '100.00'],
    ['-3', '-3'],
    ['+3.5', '3.5'],
    ['007', '7'],
    ['-0.00', '0.00'],
    ['.5', '0.5'],
    ['1,234,567.89', '1234567.89'],
    ['12,34,567', '1234567'],
    ['1 234.5', '1234.5'],
    ['1\u00a0234', '1234'],
    ['1\u202f234', '1234'],
    ["1'234.50", '1234.50'],
    ['７９．９７', '79.97'],
    ['−5', '-5'],
    ['(5)', '-5'],
    ['1.2E+03', '1200'],
    ['123456789012345678901.123', '123456789012345678901.123'],
  ])('reads %s with a decimal point as %s', (cell, value) => {
    expect(parseNumber(cell, '.')).toEqual({ value, percent: false });
  });

  it.each([
    ['73,52', '73.52'],
    ['0,00', '0.00'],
    ['1.234,5', '1234.5'],
    ['1.234', '1234'],
    ['1 234,5', '1234.5'],
  ])('reads %s with a decimal comma as %s', (cell, value) => {
    expect(parseNumber(cell, ',')).toEqual({ value, percent: false });
  });

  it('keeps the sign of percentage apart', () => {
    expect(parseNumber('79.97%', '.')).toEqual({ value: '79.97', percent: true });
    expect(parseNumber('79,97 ％', ',')).toEqual({ value: '79.97', percent: true });
  });

  it.each([
    'abc',
    'n/a',
    '79.97x',
    '1,2,3',
    '12,34',
    '1.2.3',
    '5 6',
    '1e99',
    '--1',
    '%',
    '9'.repeat(80),
  ])('refuses %s', (cell) => {
    expect(parseNumber(cell, '.')).toBeNull();
  });
});

describe('numberHint', () => {
  it('knows which cells leave the decimal sign open', () => {
    expect(
      ['73,52', '1.234,5', '1,234,567', '79.97', '1,234', '1.234', '0,123', '42', 'abc'].map(
        numberHint,
      ),
    ).toEqual([',', ',', '.', '.', 'open', 'open', ',', null, null]);
  });
});

describe('numberColumns', () => {
  const columnOf = (cells: string[], unit: string | null, semicolons = false) =>
    numberColumns(
      gridOfRecords(cells.map((cell) => [cell, 'x'])),
      0,
      [0],
      () => unit,
      semicolons,
    ).get(0);

  it('decides from the whole column', () => {
    expect(columnOf(['1.234', '73,52'], null)).toEqual({ sign: ',', doubtful: null });
    expect(columnOf(['1,234', '73.52'], null)).toEqual({ sign: '.', doubtful: null });
  });

  it('decides by the unit where the column leaves it open', () => {
    expect(columnOf(['1,234'], 'count')).toEqual({ sign: '.', doubtful: null });
    expect(columnOf(['1.234'], 'count')).toEqual({ sign: ',', doubtful: null });
    expect(columnOf(['1,234'], '%')).toEqual({ sign: ',', doubtful: null });
  });

  it('marks what remains open', () => {
    expect(columnOf(['1,234'], 'min')).toEqual({ sign: '.', doubtful: 0 });
    expect(columnOf(['7', '1,234'], 'min', true)).toEqual({ sign: ',', doubtful: 1 });
  });
});
