import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '~/audit/entry';
import { packOf } from '../../tests/packs/review-pack';
import { bodyText, storedBody } from './stored-body.server';

describe('the text of a pack in its row', () => {
  it('comes back to the byte, whatever is written in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const body = canonical({ text });
        expect(bodyText(storedBody(body))).toBe(body);
        expect(bodyText(body)).toBe(body);
      }),
    );
  });

  it('takes a tenth of its room', () => {
    const body = canonical(packOf('shared', 50));
    expect(storedBody(body).length * 10).toBeLessThan(body.length);
  });

  it('is given back where it is damaged, for its hash to fail', () => {
    expect(bodyText('AAAA')).toBe('AAAA');
  });
});
