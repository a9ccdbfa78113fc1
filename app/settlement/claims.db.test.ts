import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { contracts } from '~db/schema/contracts';
import { accountEntries, settlementTerms, statements } from '~db/schema/settlement';
import { castInto } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { actOf, evaluate, expectBalanced } from '../../tests/ledger';
import { meanwhile } from '../../tests/stores/meanwhile';
import { expireCredits, levelEvaluated } from './level-credits.server';
import { moveCredits } from './move-credits.server';
import { settleMonths } from './settle-month.server';
import { january, agreeOnThirtyDays, begun } from '../../tests/casts/settlement-cast';

describe('a contract that is not signed', () => {
  it.each(['draft', 'review', 'approved'] as const)(
    'posts no fee and drafts no statement as %s',
    async (state) => {
      const store = await freshStore();
      const cast = await castInto(store);
      const { contractId } = cast.vendor.brittle;
      await store.transact((tx) =>
        tx.update(contracts).set({ state }).where(eq(contracts.id, contractId)),
      );
      await settleMonths(store, new Date('2024-01-12T00:00:00.000Z'), '2024-01-12');
      const own = eq(statements.contractId, contractId);
      expect(await store.read.$count(statements, own)).toBe(0);
      expect(
        await store.read.$count(accountEntries, eq(accountEntries.contractId, contractId)),
      ).toBe(0);
      expect(await store.read.$count(statements)).toBeGreaterThan(0);
    },
  );
});

describe('a credit that may be claimed', () => {
  it('not claimed in time expires by itself, once', async () => {
    const { store, cast, key, balances } = await begun();
    const { contractId } = key;
    await store.transact(async (tx) => {
      await tx.insert(settlementTerms).values({
        contractId,
        claimDays: 30,
        claimFrom: 'calculation',
        bonusPercent: null,
        changedAt: '2023-01-01T00:00:00.000Z',
      });
    });
    await evaluate(store, cast, 'EUR', '2023-02-20', [{ period: january, issued: 210_000 }]);
    const run = (day: string) => settleMonths(store, new Date(`${day}T00:00:00.000Z`), day);
    await run('2023-02-21');
    expect(await balances()).toMatchObject({ claimUntil: '2023-03-22' });
    expect((await run('2023-03-22')).creditsExpired).toBe(0);
    expect((await run('2023-03-23')).creditsExpired).toBe(1);
    expect((await run('2023-03-23')).creditsExpired).toBe(0);
    expect(await balances()).toMatchObject({ expiredMinor: 210_000 });
    const late = await moveCredits(store, actOf(cast.person.mona, '2023-03-24'), {
      keys: [key],
      action: 'claim',
    });
    expect(late).toMatchObject({ ok: false, reason: { code: 'credit_nothing_to_move' } });
  });

  it('has its deadline set anew by new terms, and those that another contract agrees on meanwhile wait', async () => {
    const { store, key, balances } = await begun();
    await agreeOnThirtyDays(store, key.contractId);
    // Before the other in the order of their locks: nobody comes to it again in this run.
    const otherId = key.contractId - 1;
    await store.transact(async (tx) => {
      const [like] = await tx.select().from(contracts).where(eq(contracts.id, key.contractId));
      if (!like) throw new Error('no contract to copy');
      await tx.insert(contracts).values({ ...like, id: otherId, number: 'COPY' });
    });
    const raced = meanwhile(store, (tx) =>
      tx.insert(settlementTerms).values({
        ...{ contractId: otherId, claimDays: 5, claimFrom: 'period_end' },
        ...{ changedAt: '2023-02-12T00:00:00.000Z', dated: false },
      }),
    );
    await levelEvaluated(raced, new Date('2023-02-13T00:00:00.000Z'), '2023-02-13');
    expect(await balances()).toMatchObject({ claimUntil: '2023-03-02' });
    const dated = await store.read.select().from(settlementTerms);
    expect(new Map(dated.map((row) => [row.contractId, row.dated]))).toEqual(
      new Map([
        [key.contractId, true],
        [otherId, false],
      ]),
    );
  });

  it('keeps what was claimed while others looked at it', async () => {
    const { store, cast, key, balances } = await begun();
    await agreeOnThirtyDays(store, key.contractId);
    await levelEvaluated(store, new Date('2023-02-13T00:00:00.000Z'), '2023-02-13');
    const mona = actOf(cast.person.mona, '2023-02-14');
    const claimed = () => moveCredits(store, mona, { keys: [key], action: 'claim' });
    await evaluate(store, cast, 'EUR', '2023-02-14', [{ period: january, issued: 150_000 }]);
    await levelEvaluated(meanwhile(store, claimed), mona.now, '2023-02-14');
    expect(await balances()).toMatchObject({ contractedMinor: 150_000, claimedMinor: 150_000 });
    await expectBalanced(store);
  });

  it('claimed on its last day does not expire because that was looked up before', async () => {
    const { store, cast, key, balances } = await begun();
    await agreeOnThirtyDays(store, key.contractId);
    await levelEvaluated(store, new Date('2023-02-13T00:00:00.000Z'), '2023-02-13');
    const mona = actOf(cast.person.mona, '2023-03-02');
    const claimed = () => moveCredits(store, mona, { keys: [key], action: 'claim' });
    const act: Act = { actor: { kind: 'job', job: 'settle' }, now: mona.now, scope: everything };
    expect(await expireCredits(meanwhile(store, claimed), act, '2023-03-03')).toBe(0);
    expect(await balances()).toMatchObject({ claimedMinor: 200_000, expiredMinor: 0 });
  });

  it('is claimed by the business calendar however long ago the contract began', async () => {
    const { store, key, balances } = await begun();
    const { contractId } = key;
    await store.transact(async (tx) => {
      await tx
        .update(contracts)
        .set({ startsOn: '1990-01-01', calendarCountry: 'DE' })
        .where(eq(contracts.id, contractId));
      await tx.insert(settlementTerms).values({
        ...{ contractId, claimDays: 48, claimFrom: 'period_end', claimCount: 'business_days' },
        ...{ changedAt: '2023-02-12T00:00:00.000Z', dated: false },
      });
    });
    await levelEvaluated(store, new Date('2023-02-13T00:00:00.000Z'), '2023-02-13');
    // 48 business days after 31 January, Good Friday and Easter Monday left out.
    expect(await balances()).toMatchObject({ claimUntil: '2023-04-11' });
  });
});
