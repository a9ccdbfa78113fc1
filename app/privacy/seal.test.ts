import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf } from './master-key.server';
import { freshKey, seal, unseal } from './seal.server';
import { isSealed, sealedOfText, sealedText } from './sealed';

const value = fc.jsonValue({ maxDepth: 2 });

describe('a sealed value', () => {
  it('opens to what it was, by its key and in its place alone', () => {
    fc.assert(
      fc.property(value, fc.string(), fc.string(), (kept, about, elsewhere) => {
        const key = freshKey();
        const sealed = seal(key, about, kept);
        expect(unseal(key, about, sealed)).toEqual(JSON.parse(JSON.stringify(kept)));
        expect(unseal(freshKey(), about, sealed)).toBeUndefined();
        if (elsewhere !== about) expect(unseal(key, elsewhere, sealed)).toBeUndefined();
      }),
    );
  });

  it('does not open once any of its bytes is another', () => {
    const key = freshKey();
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.integer({ min: 1, max: 255 }), (text, at, by) => {
        const bytes = Buffer.from(seal(key, 'person/name', text), 'base64url');
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ by;
        expect(unseal(key, 'person/name', bytes.toString('base64url'))).toBeUndefined();
        expect(unseal(key, 'person/name', bytes.subarray(0, place).toString('base64url'))).toBe(
          undefined,
        );
      }),
    );
  });

  it('betrays neither its text nor that it is the same as another', () => {
    const key = freshKey();
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), (text) => {
        const [first, second] = [seal(key, 'a/b', text), seal(key, 'a/b', text)];
        expect(first).not.toBe(second);
        expect(Buffer.from(first, 'base64url').includes(text)).toBe(false);
      }),
    );
  });

  it('is told from what people type', () => {
    const sealed = { sealed: `4503599627370496.${seal(freshKey(), 'a/b', 'Mona')}` };
    expect(isSealed(sealed)).toBe(true);
    expect(sealedOfText(sealedText(sealed))).toEqual(sealed);
    for (const other of ['sealed', null, { sealed: 'no' }, { ...sealed, more: 1 }, [sealed.sealed]])
      expect(isSealed(other)).toBe(false);
    for (const text of ['127.0.0.1', '::1', 'sealed:x', sealed.sealed])
      expect(sealedOfText(text)).toBeNull();
  });
});

describe('a master key', () => {
  it('is 32 bytes, written in base64 or hexadecimal', () => {
    const key = freshKey();
    for (const text of [key.toString('base64'), key.toString('base64url'), key.toString('hex')])
      expect(keyOf(` ${text}\n`)).toEqual(key);
    for (const text of ['', 'secret', key.toString('hex').slice(1), 'ü'.repeat(43)])
      expect(keyOf(text)).toBeNull();
  });
});
