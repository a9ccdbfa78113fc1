import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLines } from './csv';

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\r', '\n', ' ', '数', '') }),
  fc.integer(),
  fc.double({ noNaN: true }),
);

it('writes rows as another program does, whatever the cells hold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1 })),
      fc.constantFrom(',' as const, ';' as const, '\t' as const),
      fc.constantFrom('\r\n' as const, '\n' as const),
      (rows, delimiter, end) => {
        const theirs = stringify(rows, {
          delimiter,
          record_delimiter: end,
          quote_record_delimiter: true,
        });
        expect(csvLines(rows, { delimiter, end })).toBe(theirs);
      },
    ),
  );
});

it('keeps a cell of two lines in its row, whichever way lines end', () => {
  expect(csvLines([['a\nb', 'c\rd', 'e']])).toBe('"a\nb","c\rd",e\r\n');
});
