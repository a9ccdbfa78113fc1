import { setTimeout } from 'node:timers/promises';
import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { markStale } from '~/contracts/mark-stale.server';
import { periodOf } from '~/shared/period';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { contractFees, contracts } from '~db/schema/contracts';
import { accountEntries, statements } from '~db/schema/settlement';
import { randomId } from '~db/columns';
import { castInto } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { dyingAfter } from '../../tests/stores/dying';
import { draftStatements } from './draft-statements.server';
import { levelCredits } from './level-credits.server';
import { settleMonths } from './settle-month.server';

const at = (day: string) => new Date(`${day}T08:00:00.000Z`);

/** A store in which so many months are evaluated and settled, and what a run then asks of it. */
async function settledFor(months: number) {
  const statementsAsked: string[] = [];
  const store = await freshStore({ onStatement: (text) => statementsAsked.push(text) });
  const cast = await castInto(store);
  const { contractId } = cast.vendor.brittle;
  const day = months === 12 ? '2024-01-15' : '2023-03-15';
  const settle = async () => {
    await evaluateDueContracts(store, at(day), day);
    statementsAsked.length = 0;
    return settleMonths(store, at(day), day);
  };
  expect((await settle()).statementsDrafted).toBe(4 * months);
  return { store, contractId, settle, statementsAsked };
}

it('asks as little for a year that is settled as for two months, and looks at no contract again', async () => {
  const counts: number[] = [];
  for (const months of [2, 12]) {
    const { settle, statementsAsked } = await settledFor(months);
    expect(Object.values(await settle())).toEqual([0, 0, 0, 0]);
    expect(statementsAsked.filter((text) => /account_entries|"statements"/.test(text))).toEqual([]);
    counts.push(statementsAsked.length);
  }
  expect(counts[1]).toBe(counts[0]);
});

it('settles the correction of an old month, once', async () => {
  const { store, contractId, settle } = await settledFor(12);
  const january = periodOf(2023, 1);
  const before = await store.read.$count(accountEntries, eq(accountEntries.contractId, contractId));
  await store.transact(async (tx) => {
    await tx.insert(contractFees).values({ contractId, period: january, feeMinor: 9_000_000 });
    await markStale(tx, [contractId]);
  });
  expect(await settle()).toMatchObject({ accountEntries: 1, statementsDrafted: 0 });
  const posted = await store.read
    .select()
    .from(accountEntries)
    .where(eq(accountEntries.contractId, contractId));
  expect(posted).toHaveLength(before + 1);
  expect(
    posted.filter(({ period }) => period === january).map(({ amountMinor }) => amountMinor),
  ).toEqual(expect.arrayContaining([10_000_000, -1_000_000]));
  const [statement] = await store.read
    .select()
    .from(statements)
    .where(and(eq(statements.contractId, contractId), eq(statements.period, january)));
  expect(statement?.feeMinor).toBe(9_000_000);
  expect(Object.values(await settle())).toEqual([0, 0, 0, 0]);
});

it('settles the month that is over since, for contracts that nothing else happened to', async () => {
  const { store } = await settledFor(2);
  const later = await settleMonths(store, at('2023-04-01'), '2023-04-01');
  expect(later).toMatchObject({ statementsDrafted: 4 });
  expect(await store.read.$count(contracts)).toBe(4);
});

it('changes no statement that is sent while it runs: what is posted stands on the next', async () => {
  const { store, contractId } = await settledFor(12);
  const day = '2024-01-15';
  const act: Act = { actor: { kind: 'job', job: 'settle' }, now: at(day), scope: everything };
  const january = periodOf(2023, 1);
  const of = and(eq(statements.contractId, contractId), eq(statements.period, january));
  await store.transact(async (tx) => {
    await tx.insert(contractFees).values({ contractId, period: january, feeMinor: 9_000_000 });
    await markStale(tx, [contractId]);
  });
  await evaluateDueContracts(store, at(day), day);
  await levelCredits(store, act, day);
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  let isSettled = false;
  const settling = begun
    .then(() => draftStatements(store, act, day))
    .then(() => (isSettled = true));
  await store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    begin();
    await setTimeout(300);
    expect(isSettled).toBe(false);
    await tx.update(statements).set({ state: 'sent' }).where(of);
  });
  await settling;
  const [sent] = await store.read.select().from(statements).where(of);
  expect(sent).toMatchObject({ state: 'sent', feeMinor: 10_000_000 });
  const [next] = await store.read
    .select()
    .from(statements)
    .where(and(eq(statements.contractId, contractId), eq(statements.period, january + 1)));
  expect(next?.feeMinor).toBe(9_000_000);
});

it('keeps what was settled when it is killed, and the next run does the rest', async () => {
  const { store } = await settledFor(2);
  await store.transact(async (tx) => {
    const [like] = await tx.select().from(contracts).limit(1);
    if (!like) throw new Error('no contract to copy');
    const copies = Array.from({ length: 60 }, (_, nth) => ({
      ...like,
      id: randomId(),
      number: `COPY-${nth}`,
    }));
    await tx.insert(contracts).values(copies);
  });
  const day = '2023-03-15';
  // Nothing to take in, to date or to let expire, and then one transaction of statements.
  await expect(settleMonths(dyingAfter(store, 4), at(day), day)).rejects.toThrow('killed');
  expect(await store.read.$count(statements)).toBe(4 * 2 + 50 * 2);
  expect(await settleMonths(store, at(day), day)).toMatchObject({ statementsDrafted: 10 * 2 });
});
