import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { putTogether, readKeptNote } from './kept-note';

describe('two texts of one note', () => {
  it('are put together with what both begin with once', () => {
    expect(putTogether('Late trains\nMona: depot moves', 'Late trains\nPetra: fee')).toBe(
      'Late trains\nMona: depot moves\nPetra: fee',
    );
    expect(putTogether('a', 'a')).toBe('a');
    expect(putTogether('', 'mine')).toBe('\nmine');
  });

  it('lose no line of either', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 6 });
    fc.assert(
      fc.property(text, text, (theirs, mine) => {
        const whole = putTogether(theirs.join('\n'), mine.join('\n')).split('\n');
        expect(whole).toEqual(expect.arrayContaining(theirs));
        expect(whole).toEqual(expect.arrayContaining(mine));
      }),
    );
  });
});

describe('a note that the browser kept', () => {
  it('is read back, or is not there', () => {
    expect(readKeptNote(JSON.stringify({ text: 'x', version: 3 }))).toEqual({
      text: 'x',
      version: 3,
    });
    for (const broken of [null, '', '{', 'null', '{"text":1,"version":2}', '{"text":"x"}'])
      expect(readKeptNote(broken)).toBeNull();
  });
});
