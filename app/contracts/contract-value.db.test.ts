import { expect, it } from 'vitest';
import { periodOf } from '~/shared/period';
import { exchangeRates } from '~db/schema/rates';
import { castInto } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { yearlyValue } from './contract-value.server';

it('is twelve fees in the house currency at the last rate fixed by the day, and open without one', async () => {
  const store = await freshStore();
  const { contractId: id } = (await castInto(store)).vendor.harbour;
  const rate = (quote: string, month: number, monthEnd: string, monthEndOn: string) => ({
    ...{
      period: periodOf(2023, month),
      quote,
      average: '9',
      days: 20,
      monthEnd,
      monthEndOn,
      source: 'ECB',
    },
  });
  await store.transact(async (tx) => {
    await tx.delete(exchangeRates);
    await tx
      .insert(exchangeRates)
      .values([
        rate('JPY', 10, '150', '2023-10-31'),
        rate('JPY', 11, '160', '2023-11-30'),
        rate('JPY', 12, '170', '2023-12-29'),
      ]);
  });
  const worth = (feeMinor: number | null, currency: string, asOf: string) =>
    yearlyValue(store.read, { id, feeMinor, currency }, asOf);
  expect(await worth(1600, 'JPY', '2023-12-28')).toBe(120);
  expect(await worth(1700, 'JPY', '2023-12-29')).toBe(120);
  expect(await worth(1600, 'JPY', '2023-10-30')).toBeNull();
  expect(await worth(1050, 'EUR', '2023-10-30')).toBe(126);
  expect(await worth(100, 'USD', '2023-12-29')).toBeNull();
  expect(await worth(null, 'EUR', '2023-12-29')).toBeNull();
});
