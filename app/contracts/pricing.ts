import { z } from 'zod';
import { compare, fraction } from '~/shared/fraction';
import { countField, decimalField, optional, percentField, wrong } from './document-fields';

const LONGEST_NAME = 100;
const MOST_LINES = 100;

const name = z.string().trim().min(1).max(LONGEST_NAME);
const price = decimalField({ min: '0' });
const code = optional(z.string().trim().min(1).max(LONGEST_NAME));
/** The KPI whose readings are a volume, exactly of this scope; without service and market the vendor's totals. */
const volume = z.strictObject({ kpi: name, service: code, market: code }).nullish();
const units = z
  .array(z.strictObject({ unit: name, price, volume }))
  .min(1)
  .max(MOST_LINES);
const commission = z.strictObject({ percent: percentField(), base: name, volume });
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
 * falls into. Prices are decimal text in the contract's currency, of any precision. Either every line names the KPI that is
 * its volume, or none does.
 */
export const pricingSchema = z
  .discriminatedUnion('model', [
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
    z.strictObject({ model: z.literal('tiered'), unit: name, volume, tiers }),
  ])
  .superRefine((pricing, context) => {
    const lines = [
      ...('units' in pricing ? (pricing.units ?? []) : []),
      ...('commission' in pricing && pricing.commission ? [pricing.commission] : []),
    ];
    const silent = lines.findIndex((line) => !line.volume);
    if (silent >= 0 && lines.some((line) => line.volume))
      wrong(
        context,
        'pricing_volume_partly',
        {},
        'base' in (lines[silent] ?? {}) ? ['commission', 'volume'] : ['units'],
      );
  });

export type Pricing = z.output<typeof pricingSchema>;
export type VolumeMeasure = NonNullable<z.output<typeof volume>>;

/** Days of payment, up to two years. */
export const paymentDaysField = () => countField(0, 731);
