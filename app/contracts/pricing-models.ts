/** How a contract's price is made up. */
export const pricingModels = ['fixed', 'per_unit', 'commission', 'hybrid', 'tiered'] as const;

/** From when the days of payment are counted. */
export const paymentBases = [
  'invoice_date',
  'invoice_receipt',
  'end_of_month',
  'acceptance',
] as const;
