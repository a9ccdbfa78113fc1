import { describe, expect, it } from 'vitest';
import type { Firm, VolumePart } from './candidate';
import { concentrationAfter } from './concentration';
import { firm } from '../../tests/casts/fallback-cast';

const failing = firm(1, 'Failing', { country: 'FR', groupId: 10 });
const taker = firm(2, 'Taker', { country: 'DE', groupId: 20 });
const sister = firm(3, 'Sister', { country: 'FR', groupId: 20 });
const part = (vendor: Firm, volume: string, moving = false): VolumePart => ({
  vendor,
  volume,
  moving,
});

describe('concentration after the switch', () => {
  it('counts vendor, country and group, before and after', () => {
    const parts = [part(failing, '500', true), part(taker, '200'), part(sister, '300')];
    expect(concentrationAfter(parts, '100')(taker)).toEqual({
      vendor: { before: '20', after: '70' },
      country: { before: '20', after: '70' },
      group: { before: '50', after: '100' },
    });
  });

  it('moves the share asked for, and only what is to move', () => {
    const parts = [part(failing, '400', true), part(failing, '400'), part(taker, '200')];
    expect(concentrationAfter(parts, '50')(taker)?.vendor).toEqual({ before: '20', after: '40' });
  });

  it('a switch within a country leaves its share as it was', () => {
    const parts = [part(failing, '70', true), part(sister, '30')];
    expect(concentrationAfter(parts, '100')(sister)?.country).toEqual({
      before: '100',
      after: '100',
    });
  });

  it('knows no country of a vendor that states none', () => {
    const stateless = firm(4, 'Stateless', { country: null });
    const parts = [part(failing, '1', true)];
    expect(concentrationAfter(parts, '100')(stateless)).toEqual({
      vendor: { before: '0', after: '100' },
      country: null,
      group: { before: '0', after: '100' },
    });
  });

  it.each([
    ['no volume is known', []],
    ['nothing is carried', [part(failing, '0', true)]],
  ])('says nothing where %s', (_, parts) => {
    expect(concentrationAfter(parts, '100')(taker)).toBeNull();
  });

  it('is exact to twelve places', () => {
    const parts = [part(failing, '1', true), part(sister, '2')];
    expect(concentrationAfter(parts, '100')(taker)?.vendor.after).toBe('33.333333333333');
  });
});
