import { z } from 'zod';
import { Decimal } from '~/shared/decimal';
import { compare, fraction } from '~/shared/fraction';
import { countField, decimalField, percentField, wrong } from './document-fields';

/** How a contract's price is made up. */
export const pricingModels = ['fixed', 'per_unit', 'commission', 'hybrid', 'tiered'] as const;

/** From when the days of payment are counted. */
export const paymentBases = [
  'invoice_date',
  'invoice_receipt',
  'end_of_month',
  'acceptance',
] as const;

const LONGEST_NAME = 100;
const MOST_LINES = 100;

const name = z.string().trim().min(1).max(LONGEST_NAME);
const price = decimalField({ min: '0' });
const units = z
  .array(z.strictObject({ unit: name, price }))
  .min(1)
  .max(MOST_LINES);
const commission = z.strictObject({ percent: percentField(), base: name });
const tiers = z
  .array(z.strictObject({ from: decimalField({ min: '0' }), price }))
  .min(1)
  .max(MOST_LINES)
  .superRefine((rows, context) => {
    if (rows[0]?.from !== '0') wrong(context, 'tiers_begin', {}, [0, 'from']);
    rows.forEach((row, index) => {
      const before = rows[index - 1];
      if (before && compare(fraction(row.from), fraction(before.from)) <= 0)
        wrong(context, 'tiers_ascend', {}, [index, 'from']);
    });
  });

/**
 * The price of a contract, by model. Fixed: the contract's fees alone. Per unit: a price for each unit. Commission: a
 * share of a base. Hybrid: the fees and units or a commission on top. Tiered: each unit at the price of the tier that it
 * falls into. Prices are decimal text in the contract's currency, of any precision.
 */
export const pricingSchema = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('fixed') }),
  z.strictObject({ model: z.literal('per_unit'), units }),
  z.strictObject({ model: z.literal('commission'), commission }),
  z
    .strictObject({
      model: z.literal('hybrid'),
      units: units.optional(),
      commission: commission.optional(),
    })
    .superRefine((pricing, context) => {
      if (!pricing.units && !pricing.commission)
        wrong(context, 'pricing_hybrid_empty', {}, ['units']);
    }),
  z.strictObject({ model: z.literal('tiered'), unit: name, tiers }),
]);

export type Pricing = z.output<typeof pricingSchema>;

/** Days of payment, up to two years. */
export const paymentDaysField = () => countField(0, 731);

/**
 * What a volume costs, exact, as decimal text: under one unit price its product, under tiers each part at its tier's price;
 * null where the volume alone does not say (no units, several units, a commission alone).
 */
export function priceOfVolume(pricing: Pricing, volume: string): string | null {
  if (pricing.model === 'tiered') {
    return pricing.tiers
      .reduce((total, tier, index) => {
        const to = pricing.tiers[index + 1]?.from;
        const upTo = to === undefined ? new Decimal(volume) : Decimal.min(volume, to);
        const within = Decimal.max(0, upTo.minus(tier.from));
        return total.plus(within.times(tier.price));
      }, new Decimal(0))
      .toFixed();
  }
  if (pricing.model !== 'per_unit' && pricing.model !== 'hybrid') return null;
  const [unit, ...more] = pricing.units ?? [];
  if (!unit || more.length > 0) return null;
  return new Decimal(volume).times(unit.price).toFixed();
}
