import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { periodOf } from '~/shared/period';
import { randomId } from '~db/columns';
import { contracts } from '~db/schema/contracts';
import { creditBalances, creditMoves, settlementTerms } from '~db/schema/settlement';
import { creditEntries, creditPeriods } from '~db/schema/sla';
import type { Store } from '~db/store.server';
import { castInto } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { dyingAfter } from '../../tests/stores/dying';
import { evaluate, expectBalanced } from '../../tests/ledger';
import { settleMonths } from './settle-month.server';

const january = periodOf(2023, 1);
const COPIES = 60;
/** Contracts that are written in one transaction. */
const AT_ONCE = 20;

const settle = (store: Store, day: string) =>
  settleMonths(store, new Date(`${day}T08:00:00.000Z`), day);

/** A store in which the evaluation gave each of many contracts a credit that is to be claimed within thirty days. */
async function manyCredits(): Promise<Store> {
  const store = await freshStore();
  const cast = await castInto(store);
  const { contractId } = cast.vendor.brittle;
  await evaluate(store, cast, 'EUR', '2023-02-11', [{ period: january, issued: 200_000 }]);
  await store.transact(async (tx) => {
    const [contract] = await tx.select().from(contracts).where(eq(contracts.id, contractId));
    const [month] = await tx.select().from(creditPeriods);
    const [entry] = await tx.select().from(creditEntries);
    if (!contract || !month || !entry) throw new Error('no credit to copy');
    const ids = Array.from({ length: COPIES }, () => randomId());
    await tx
      .insert(contracts)
      .values(ids.map((id, nth) => ({ ...contract, id, number: `COPY-${nth}` })));
    await tx.insert(creditPeriods).values(ids.map((id) => ({ ...month, contractId: id })));
    await tx
      .insert(creditEntries)
      .values(ids.map((id) => ({ ...entry, id: randomId(), contractId: id })));
    const terms = [contractId, ...ids].map((id) => ({
      ...{ contractId: id, claimDays: 30, claimFrom: 'period_end' as const },
      ...{ changedAt: '2023-01-01T00:00:00.000Z', dated: true },
    }));
    await tx.insert(settlementTerms).values(terms);
  });
  return store;
}

it('keeps what it took in and let expire when it is killed, and the next run does the rest, once', async () => {
  const store = await manyCredits();
  const all = COPIES + 1;
  await expect(settle(dyingAfter(store, 2), '2023-02-12')).rejects.toThrow('killed');
  expect(await store.read.$count(creditBalances)).toBe(2 * AT_ONCE);
  expect(await settle(store, '2023-02-12')).toMatchObject({ creditLines: all - 2 * AT_ONCE });
  expect(await settle(store, '2023-02-12')).toMatchObject({ creditLines: 0, creditsExpired: 0 });

  const expired = eq(creditMoves.move, 'expired');
  const day = '2023-03-03';
  // Nothing to take in and no deadline to set anew, and then two transactions of what expires.
  await expect(settle(dyingAfter(store, 4), day)).rejects.toThrow('killed');
  expect(await store.read.$count(creditMoves, expired)).toBe(2 * AT_ONCE);
  expect(await settle(store, day)).toMatchObject({ creditsExpired: all - 2 * AT_ONCE });
  expect(await settle(store, day)).toMatchObject({ creditLines: 0, creditsExpired: 0 });
  expect(await store.read.$count(creditMoves, expired)).toBe(all);
  await expectBalanced(store);
});
