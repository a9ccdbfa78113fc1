import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '~/shared/decimal';
import { fraction } from '~/shared/fraction';
import { minorDigits } from '~/shared/money';
import { pricingSchema, type Pricing } from './pricing';
import { isPricedByVolume, pricedParts, volumeFee } from './volume-fee';

const tiered = {
  model: 'tiered',
  unit: 'parcel',
  tiers: [
    { from: 0, price: '1.20' },
    { from: 1000, price: '1.105' },
    { from: 5000, price: '0.99' },
  ],
};
const perUnit = (price: string) => ({ model: 'per_unit', units: [{ unit: 'parcel', price }] });
const commission = (percent: string) => ({
  model: 'commission',
  commission: { percent, base: 'net sales' },
});
const both = {
  model: 'hybrid',
  units: [
    { unit: 'parcel', price: '0.105' },
    { unit: 'pallet', price: '3.335' },
  ],
  commission: { percent: '1.5', base: 'net sales' },
};

/** The fee in minor units of a month in which each line of the price has the volume given under its name. */
function feeOf(
  document: unknown,
  volumes: Record<string, string>,
  { currency = 'EUR', agreed = 5000 }: { currency?: string; agreed?: number | null } = {},
) {
  const pricing: Pricing = pricingSchema.parse(document);
  const fee = volumeFee(pricing, {
    currency,
    agreed: agreed === null ? null : { minor: agreed, source: 'fixed' },
    volumeOf: ({ name }) => (volumes[name] === undefined ? null : fraction(volumes[name])),
  });
  return fee && fee.minor;
}

describe('a fee by volume', () => {
  it.each([
    ['nothing bought', '0', 0],
    ['the last of the first tier', '1000', 120_000],
    ['the first of the second', '1001', 120_111], // 1,201.105 rounded half up
    ['a part of a unit', '1000.5', 120_055], // 1,200.5525
    ['the last of the second', '5000', 562_000],
    ['the first of the third', '5001', 562_099],
    ['far into the third', '6000', 661_000],
  ])('of tiers: %s', (_, volume, minor) => {
    expect(feeOf(tiered, { parcel: volume })).toBe(minor);
  });

  it.each([
    ['EUR', '0.333', '3', 100],
    ['EUR', '0.335', '1', 34],
    ['JPY', '0.335', '100', 34],
    ['KWD', '0.335', '1', 335],
    ['KWD', '0.0005', '1', 1],
    ['JPY', '0.5', '1', 1],
    ['EUR', '19.99', '12345.678', 24_679_010],
  ])('in %s, a price of %s for %s units', (currency, price, parcel, minor) => {
    expect(feeOf(perUnit(price), { parcel }, { currency })).toBe(minor);
  });

  it('of a commission is a share of what its base was', () => {
    expect(feeOf(commission('7.5'), { 'net sales': '1234.57' })).toBe(9259);
    expect(feeOf(commission('0'), { 'net sales': '1234.57' })).toBe(0);
  });

  it('adds lines that are each rounded once, and under hybrid the agreed fee', () => {
    const volumes = { parcel: '1', pallet: '1', 'net sales': '1' };
    // 10.5, 333.5 and 1.5 cents, each half up.
    expect(feeOf(both, volumes)).toBe(5000 + 11 + 334 + 2);
    expect(feeOf(both, volumes, { agreed: null })).toBe(11 + 334 + 2);
    expect(feeOf(perUnit('1'), { parcel: '1' })).toBe(100);
  });

  it('is open, never nothing, while any of its volumes was not reported', () => {
    expect(feeOf(perUnit('1'), {})).toBeNull();
    expect(feeOf(both, { parcel: '1', pallet: '1' })).toBeNull();
    expect(feeOf(tiered, {})).toBeNull();
  });

  it('of tiers is what every unit costs by itself, added up', () => {
    const price = fc.integer({ min: 0, max: 5000 }).map((mills) => (mills / 1000).toFixed(3));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 4 }),
        fc.array(price, { minLength: 5, maxLength: 5 }),
        fc.nat(80),
        fc.constantFrom('JPY', 'EUR', 'KWD'),
        (edges, prices, count, currency) => {
          const tiers = [0, ...edges.sort((a, b) => a - b)].map((from, index) => ({
            from,
            price: prices[index] ?? '0',
          }));
          let total = new Decimal(0);
          for (let unit = 1; unit <= count; unit += 1)
            total = total.plus(tiers.findLast(({ from }) => from < unit)?.price ?? 0);
          const digits = minorDigits(currency) ?? 0;
          const expected = total.times(10 ** digits).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
          const fee = feeOf(
            { model: 'tiered', unit: 'parcel', tiers },
            { parcel: String(count) },
            { currency },
          );
          expect(fee).toBe(expected.toNumber());
        },
      ),
    );
  });
});

describe('a price follows volumes', () => {
  const measured = (document: object, volume: unknown) =>
    pricingSchema.safeParse({ ...document, volume });

  it('where each line names its KPI, or its only line has volumes recorded', () => {
    const parsed = measured(tiered, { kpi: 'PARCELS' });
    expect(isPricedByVolume(parsed.data ?? null, false)).toBe(true);
    expect(pricedParts(parsed.data ?? null)[0]?.measure).toEqual({
      ...{ kpi: 'PARCELS', service: null, market: null },
    });
    expect(isPricedByVolume(pricingSchema.parse(tiered), false)).toBe(false);
    expect(isPricedByVolume(pricingSchema.parse(tiered), true)).toBe(true);
    expect(isPricedByVolume(pricingSchema.parse(both), true)).toBe(false);
    expect(isPricedByVolume(pricingSchema.parse({ model: 'fixed' }), true)).toBe(false);
    expect(isPricedByVolume(null, true)).toBe(false);
  });

  it('refused where some lines name a KPI and others do not', () => {
    const [parcel, pallet] = both.units;
    const units = [{ ...parcel, volume: { kpi: 'PARCELS' } }, pallet];
    const read = pricingSchema.safeParse({ model: 'per_unit', units });
    expect(read.error?.issues.map(({ message }) => message)).toEqual(['pricing_volume_partly']);
  });
});
