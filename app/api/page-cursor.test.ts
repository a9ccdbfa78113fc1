import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from './page-cursor';

describe('a cursor', () => {
  it('comes back as it was written, whatever stands in it', () => {
    const cursor = fc.record({
      sort: fc.string(),
      value: fc.oneof(fc.string({ unit: 'binary' }), fc.maxSafeInteger()),
      id: fc.string(),
    });
    fc.assert(
      fc.property(cursor, (given) => {
        const text = writeCursor(given);
        expect(text).toMatch(/^[\w-]*$/);
        expect(readCursor(text)).toEqual(given);
      }),
    );
  });

  it('is refused where it is none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readCursor(text);
        if (read) expect(writeCursor(read)).toBe(text.replace(/=+$/, ''));
      }),
    );
    for (const text of ['', 'x', '%', writeCursor({ sort: 'a', value: 1, id: '1' }).slice(2)])
      expect(readCursor(text), text).toBeNull();
  });
});
