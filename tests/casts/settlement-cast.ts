import { eq } from 'drizzle-orm';
import { periodOf } from '~/shared/period';
import { creditBalances, settlementTerms, statements } from '~db/schema/settlement';
import type { Store } from '~db/store.server';
import { castInto } from '../cast';
import { freshStore } from '../database';
import { actOf, evaluate } from '../ledger';
import { settleMonths } from '~/settlement/settle-month.server';

export const january = periodOf(2023, 1);

/** Credits of a contract are claimed within thirty days of their month's end. */
export async function agreeOnThirtyDays(store: Store, contractId: number) {
  const changedAt = '2023-01-01T00:00:00.000Z';
  await store.transact((tx) =>
    tx
      .insert(settlementTerms)
      .values({ contractId, claimDays: 30, claimFrom: 'period_end', changedAt, dated: false }),
  );
}

export async function begun() {
  const store = await freshStore();
  const cast = await castInto(store);
  const { contractId, id: vendorId } = cast.vendor.brittle;
  const key = { contractId, period: january };
  const vendorAct = (day: string) => actOf(cast.person.bruno, day, vendorId);
  await evaluate(store, cast, 'EUR', '2023-02-11', [{ period: january, issued: 200_000 }]);
  await settleMonths(store, new Date('2023-02-12T00:00:00.000Z'), '2023-02-12');
  const balances = async () => {
    const [row] = await store.read.select().from(creditBalances);
    return row;
  };
  const statement = async (period = january) => {
    const rows = await store.read
      .select()
      .from(statements)
      .where(eq(statements.contractId, contractId));
    const found = rows.find((row) => row.period === period);
    if (!found) throw new Error('no statement');
    return found;
  };
  return { store, cast, key, vendorAct, balances, statement };
}
