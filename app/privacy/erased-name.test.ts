import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentWithoutNames, erasedAddress, withoutNames } from './erased-name';

describe('a text without a name', () => {
  it('says something else wherever the name is a word of its own', () => {
    const without = (text: string, ...names: string[]) => withoutNames(text, names, 'X');
    expect(without('Dear Li, the list of Li (li@a.example) …', 'Li', 'li@a.example')).toBe(
      'Dear X, the list of X (X) …',
    );
    expect(without('王伟的任务：王伟', '王伟')).toBe('X的任务：X');
    expect(without('José, Josém', 'José')).toBe('X, Josém');
    expect(without('a.b+c@d.example A.B+C@D.example', 'a.b+c@d.example')).toBe('X X');
    expect(without('Ann Lee and Ann', 'Ann', 'Ann Lee')).toBe('X and X');
  });

  it('never holds it, whatever the name is', () => {
    const name = fc.string({ minLength: 1 }).filter((text) => text.trim() === text && text !== '');
    fc.assert(
      fc.property(name, fc.string(), fc.string(), (who, before, after) => {
        const text = `${before} ${who} ${after}`;
        const left = withoutNames(text, [who], '');
        expect(left.split(' ')).not.toContain(who);
      }),
    );
  });

  it('reaches every depth of a document and leaves the rest', () => {
    const document = { to: ['Ann', 7, null], deep: { by: 'Ann', on: true }, Ann: 'Anna' };
    expect(documentWithoutNames(document, ['Ann'], 'X')).toEqual({
      ...{ to: ['X', 7, null], deep: { by: 'X', on: true }, Ann: 'Anna' },
    });
  });

  it('goes to addresses that nobody has', () => {
    expect(erasedAddress(3)).toBe('erased-3@erased.invalid');
  });
});
