import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDelimited, sniffDelimiter } from './delimited';
import { FileRefusal } from './refusal';

function refusal(text: string): { code: string; row: number | null } {
  try {
    parseDelimited(text, ',');
  } catch (error) {
    if (error instanceof FileRefusal) return { code: error.code, row: error.row };
    throw error;
  }
  throw new Error('parsed');
}

describe('parseDelimited', () => {
  it('reads quotes, doubled quotes, delimiters and line breaks inside cells', () => {
    expect(parseDelimited('a,"b ""x"", c"\r\n"line 1\nline 2",2\r\n', ',')).toEqual([
      ['a', 'b "x", c'],
      ['line 1\nline 2', '2'],
    ]);
  });

  it('keeps empty cells and empty lines, so that rows can be numbered', () => {
    expect(parseDelimited('a,,\n\n,b', ',')).toEqual([['a', '', ''], [''], ['', 'b']]);
  });

  it('reads old line ends and the hint that spreadsheets write', () => {
    expect(parseDelimited('a;b\r1;2\r')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(parseDelimited('sep=;\na,x;b\n')).toEqual([[''], ['a,x', 'b']]);
  });

  it('gives back what another program wrote, whatever the cells hold', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', ' ', '数', '\t'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',' as const, ';' as const, '\t' as const),
        (rows, delimiter) => {
          const text = stringify(rows, { delimiter, quoted: true, record_delimiter: '\r\n' });
          expect(parseDelimited(text, delimiter)).toEqual(rows);
        },
      ),
    );
  });

  it('names the line where a quote opens that never closes', () => {
    expect(refusal('a,b\n1,"2\n3,4\n5,6\n')).toEqual({ code: 'quote_not_closed', row: 2 });
  });

  it('names the line where text follows a closing quote', () => {
    expect(refusal('a,b\n1,2\n3,"4"x\n')).toEqual({ code: 'quote_followed_by_text', row: 3 });
  });
});

describe('sniffDelimiter', () => {
  it('tells semicolons from decimal commas', () => {
    expect(sniffDelimiter('Month;On-time;Late\n01/2023;73,52;9,95\n02/2023;74,00;9,00\n')).toBe(
      ';',
    );
  });

  it('does not count delimiters inside quotes', () => {
    expect(sniffDelimiter('a,b\n"x;y;z",1\n"x;y;z",2\n')).toBe(',');
  });

  it('passes over a title line', () => {
    expect(sniffDelimiter('Report, quarter 1\nMonth\tOn-time\n2023-01\t80\n2023-02\t81\n')).toBe(
      '\t',
    );
  });
});
