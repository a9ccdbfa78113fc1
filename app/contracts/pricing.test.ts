import { describe, expect, it } from 'vitest';
import { priceOfVolume, pricingSchema } from './pricing';

const tiered = {
  model: 'tiered',
  unit: 'parcel',
  tiers: [
    { from: 0, price: '1.20' },
    { from: 1000, price: '1.105' },
    { from: 5000, price: '0.99' },
  ],
};

describe('the price of a volume', () => {
  it.each([
    [tiered, '0', '0'],
    [tiered, '1000', '1200'],
    [tiered, '1001', '1201.105'],
    [tiered, '6000', '6610'],
    [{ model: 'per_unit', units: [{ unit: 'parcel', price: '0.333' }] }, '3', '0.999'],
    [{ model: 'hybrid', units: [{ unit: 'parcel', price: '2' }] }, '1.5', '3'],
    [{ model: 'fixed' }, '10', null],
    [{ model: 'commission', commission: { percent: 5, base: 'sales' } }, '10', null],
  ])('%j at %s: %s', (document, volume, price) => {
    expect(priceOfVolume(pricingSchema.parse(document), volume)).toBe(price);
  });
});
