import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintedBlock } from './printed-document';
import { slide, slidePages } from './slide-pages';
import { linesOf, textWidth } from './text-width';

const texts = fc.array(
  fc.constantFrom('供应商', '已接受，', 'On-time ', 'x'.repeat(90), '12,345.67 ', '\n'),
  {
    maxLength: 60,
  },
);
const sentence = texts.map((parts) => parts.join(''));
const table = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 25 }))
  .chain(([columns, rows]) =>
    fc.record({
      kind: fc.constant('table' as const),
      columns: fc.array(fc.record({ header: fc.constantFrom('供应商', 'On-time') }), {
        minLength: columns,
        maxLength: columns,
      }),
      rows: fc.array(fc.array(sentence, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    }),
  );
const block: fc.Arbitrary<PrintedBlock> = fc.oneof(
  table,
  fc.record({ kind: fc.constant('text' as const), text: sentence }),
  fc.record({ kind: fc.constant('subheading' as const), text: fc.constant('Kopf') }),
  fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(
      fc.record({ mark: fc.constant('Failed'), text: sentence, source: fc.constant(null) }),
    ),
  }),
);

describe('slides', () => {
  it('take what they are given, and nothing stands beyond the edge of any', () => {
    const room = slide.bottom - slide.top;
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        const pages = slidePages({ topics: [{ title: 'T', aside: null, blocks }] });
        const shown = pages.flatMap(({ parts }) => parts);
        for (const { y, height } of shown) expect(y + height).toBeLessThanOrEqual(room + 0.001);
        const rows = (kind: 'in' | 'out') =>
          kind === 'in'
            ? blocks.flatMap((each) => (each.kind === 'table' ? each.rows.flat() : []))
            : shown.flatMap((part) => (part.kind === 'rows' ? part.rows.flat() : []));
        const letters = (cells: readonly string[]) =>
          cells.join('').replace(/\s/g, '').split('').sort().join('');
        expect(letters(rows('out'))).toBe(letters(rows('in')));
      }),
      { numRuns: 30 },
    );
  });

  it('begin a table that goes on under its heading, and count the slides of a topic', () => {
    const rows = Array.from({ length: 60 }, (_, n) => [`Row ${n}`, `${n}.00`]);
    const pages = slidePages({
      topics: [
        {
          ...{ title: 'Spend', aside: null },
          blocks: [
            { kind: 'subheading', text: 'By month' },
            { kind: 'table', columns: [{ header: 'What' }, { header: 'EUR', align: 'end' }], rows },
          ],
        },
      ],
    });
    expect(pages.map(({ title }) => title)).toEqual([
      ...pages.map((_, index) => `Spend (${index + 1}/${pages.length})`),
    ]);
    expect(pages.length).toBeGreaterThan(2);
    for (const { parts } of pages) expect(parts.at(-1)?.kind).toBe('rows');
  });
});

describe('lines of a text', () => {
  it('give the text back, fit, and never begin with a sign that closes', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 60, max: 600 }), (text, width) => {
        const lines = linesOf(text, width, 12);
        expect(lines.join('')).toBe(text);
        // A sign that closes may hang over the edge by itself.
        for (const line of lines)
          expect(textWidth(line.trim(), 12)).toBeLessThanOrEqual(width + 20);
        for (const line of lines) expect(line).not.toMatch(/^[，。、）]/);
      }),
    );
  });
});
