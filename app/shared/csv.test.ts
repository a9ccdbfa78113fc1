import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLines } from './csv';

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\r', '\n', ' ', '数', '') }),
  fc.integer(),
  fc.double({ noNaN: true }),
);

it('writes rows that are read back as they were, whatever the cells hold', () => {
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',' as const, ';' as const, '\t' as const),
      fc.constantFrom('\r\n' as const, '\n' as const),
      (rows, delimiter, end) => {
        const read = parse(csvLines(rows, { delimiter, end }), {
          delimiter,
          record_delimiter: end,
        });
        expect(read).toEqual(rows.map((row) => row.map(String)));
      },
    ),
  );
});

it('keeps a cell of two lines in its row, whichever way lines end', () => {
  expect(csvLines([['a\nb', 'c\rd', 'e']])).toBe('"a\nb","c\rd",e\r\n');
});
