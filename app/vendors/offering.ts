import { z } from 'zod';
import { isCurrency } from '~/shared/money';
import { field, optionalDate, optionalDecimal, optionalWhole, requiredId } from '~/shared/fields';

const currencyField = () =>
  field((text) => {
    const code = text.toUpperCase();
    if (code === '') return { value: null };
    return isCurrency(code)
      ? { value: code }
      : { code: 'currency_unknown', params: { value: text } };
  });

/**
 * What a vendor can do of a service in a market: capacity in units a month, price of a unit, days of lead time and of a
 * switch, the units and the share of the volume that it carries, and the steps that make it ready as a second source.
 */
export const offeringFields = z
  .object({
    service: requiredId(),
    market: requiredId(),
    capacity: optionalDecimal({ min: 0 }),
    carried: optionalDecimal({ min: 0 }),
    sharePercent: optionalDecimal({ min: 0, max: 100 }),
    unitPrice: optionalDecimal({ min: 0 }),
    currency: currencyField(),
    leadTimeDays: optionalWhole({ min: 0, max: 3650 }),
    switchDays: optionalWhole({ min: 0, max: 3650 }),
    standbyOrder: optionalWhole({ min: 1, max: 99 }),
    standbySignedOn: optionalDate(),
    switchTestedOn: optionalDate(),
    integratedOn: optionalDate(),
  })
  .superRefine((offering, context) => {
    if (offering.unitPrice !== null && offering.currency === null)
      context.addIssue({ code: 'custom', message: 'price_without_currency', path: ['currency'] });
  });

export type OfferingFields = z.output<typeof offeringFields>;

/** What a vendor says of an offering of its own. */
export const fieldsOfVendor = [
  'service',
  'market',
  'capacity',
  'unitPrice',
  'currency',
  'leadTimeDays',
] as const satisfies (keyof OfferingFields)[];

/** What is ours to say of an offering, whatever a vendor sends: what it carries and how ready it stands. */
export const fieldsOfOurs = [
  'carried',
  'sharePercent',
  'switchDays',
  'standbyOrder',
  'standbySignedOn',
  'switchTestedOn',
  'integratedOn',
] as const satisfies (keyof OfferingFields)[];
