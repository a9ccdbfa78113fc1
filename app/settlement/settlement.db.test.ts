import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { markStale } from '~/contracts/mark-stale.server';
import { everything, type Act } from '~/auth/act';
import { parseListQuery } from '~/shared/list-query';
import { creditListSpec, listCredits } from '~/sla/credit-queries.server';
import { creditStates } from '~/sla/credit-state';
import { contracts } from '~db/schema/contracts';
import { creditBalances, creditMoves, statements } from '~db/schema/settlement';
import { creditEntries } from '~db/schema/sla';
import { auditEntries } from '~db/schema/audit';
import { castInto } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { actOf, evaluate, expectBalanced } from '../../tests/ledger';
import { levelEvaluated } from './level-credits.server';
import { moveCredits } from './move-credits.server';
import { moveStatementTo } from './move-statement.server';
import { settleMonths } from './settle-month.server';
import type { StatementAction } from './statement';
import { january, agreeOnThirtyDays, begun } from '../../tests/casts/settlement-cast';

describe('a credit from claim to invoice', () => {
  it('is claimed, accepted, goes onto the statement and is applied when that is settled', async () => {
    const { store, cast, key, vendorAct, balances, statement } = await begun();
    const manager = actOf(cast.person.mona, '2023-02-13');
    expect(await moveCredits(store, manager, { keys: [key], action: 'claim' })).toMatchObject({
      ok: true,
    });
    expect(
      await moveCredits(store, vendorAct('2023-02-14'), { keys: [key], action: 'accept' }),
    ).toMatchObject({ ok: true });
    const draft = await statement();
    expect(draft).toMatchObject({
      state: 'draft',
      feeMinor: 10_000_000,
      creditMinor: -200_000,
      totalMinor: 9_800_000,
    });
    const petra = actOf(cast.person.petra, '2023-02-20');
    const go = (act: Act, action: StatementAction, text = '') =>
      moveStatementTo(store, act, { statementId: draft.id, action, text });
    expect(await go(vendorAct('2023-02-20'), 'agree')).toMatchObject({
      ok: false,
      reason: { code: 'not_found' },
    });
    expect(await go(petra, 'send')).toMatchObject({ ok: true });
    expect(await go(vendorAct('2023-02-21'), 'agree')).toMatchObject({ ok: true });
    expect(await go(petra, 'settle')).toMatchObject({ ok: false, reason: { code: 'required' } });
    expect(await go(petra, 'settle', 'INV-23-01')).toMatchObject({ ok: true });
    expect(await balances()).toMatchObject({ acceptedMinor: 0, appliedMinor: 200_000 });
    const applied = await store.read
      .select()
      .from(creditMoves)
      .where(eq(creditMoves.move, 'applied'));
    expect(applied).toMatchObject([{ invoiceNumber: 'INV-23-01', amountMinor: 200_000 }]);
  });

  it('evaluated again after it was applied posts a difference, edits nothing, and is owed back on the next statement', async () => {
    const { store, cast, key, vendorAct, balances, statement } = await begun();
    await moveCredits(store, actOf(cast.person.mona, '2023-02-13'), {
      keys: [key],
      action: 'claim',
    });
    await moveCredits(store, vendorAct('2023-02-14'), { keys: [key], action: 'accept' });
    const { id } = await statement();
    await moveStatementTo(store, actOf(cast.person.petra, '2023-02-15'), {
      statementId: id,
      action: 'send',
    });
    await moveStatementTo(store, vendorAct('2023-02-16'), { statementId: id, action: 'agree' });
    await moveStatementTo(store, actOf(cast.person.petra, '2023-02-17'), {
      statementId: id,
      action: 'settle',
      text: 'INV-1',
    });
    const before = await store.read.select().from(creditEntries);
    const settled = await statement();
    // An amendment dated back: the month now gives less.
    await evaluate(store, cast, 'EUR', '2023-03-11', [{ period: january, issued: 150_000 }]);
    await settleMonths(store, new Date('2023-03-12T00:00:00.000Z'), '2023-03-12');
    const after = await store.read.select().from(creditEntries).orderBy(asc(creditEntries.asOf));
    expect(after).toEqual([
      ...before,
      expect.objectContaining({ kind: 'difference', amountMinor: -50_000 }),
    ]);
    expect(await balances()).toMatchObject({ acceptedMinor: -50_000, appliedMinor: 200_000 });
    expect(await statement()).toEqual(settled);
    expect(await statement(january + 1)).toMatchObject({
      creditMinor: 50_000,
      totalMinor: 10_050_000,
    });
    await expectBalanced(store);
  });

  it('is found by every state in which any of it is, and at nothing by none', async () => {
    const { store, cast, key } = await begun();
    const found = async () => {
      const counts: Record<string, number> = {};
      for (const state of creditStates) {
        const query = parseListQuery(new URLSearchParams({ state }), creditListSpec);
        const rows = await listCredits(store.read, everything, query);
        if (rows.length > 0) counts[state] = rows.length;
      }
      return counts;
    };
    expect(await found()).toEqual({ calculated: 1 });
    const mona = actOf(cast.person.mona, '2023-02-13');
    await moveCredits(store, mona, { keys: [key], action: 'claim' });
    await evaluate(store, cast, 'EUR', '2023-02-14', [
      { period: january, issued: 250_000 },
      { period: january + 1, issued: 1000 },
    ]);
    await levelEvaluated(store, mona.now, '2023-02-14');
    expect(await found()).toEqual({ calculated: 2, claimed: 1 });
    const [line] = (await store.read.select().from(creditBalances)).filter(
      ({ period }) => period === january,
    );
    expect(line).toMatchObject({ contractedMinor: 250_000, claimedMinor: 200_000 });
    await evaluate(store, cast, 'EUR', '2023-02-15', [{ period: january + 1, issued: 0 }]);
    expect(await found()).toEqual({ calculated: 1, claimed: 1 });
  });

  it('leaves every change of its state in the audit trail, by whichever door it came', async () => {
    const { store, cast, key } = await begun();
    await agreeOnThirtyDays(store, key.contractId);
    await settleMonths(store, new Date('2023-06-01T00:00:00.000Z'), '2023-06-01');
    const actions = (await store.read.select().from(auditEntries)).map(({ action }) => action);
    expect(actions).toContain('credit.expired');
    const many = Array.from({ length: 201 }, (_, index) => ({ ...key, period: january + index }));
    const manager = actOf(cast.person.mona, '2023-06-02');
    expect(await moveCredits(store, manager, { keys: many, action: 'claim' })).toMatchObject({
      reason: { code: 'too_many_selected', params: { max: 200 } },
    });
  });

  it('asks the store as often for a year of credits as for one', async () => {
    const asked = await Promise.all(
      [1, 12].map(async (months) => {
        const statements: string[] = [];
        const store = await freshStore({ onStatement: (statement) => statements.push(statement) });
        const cast = await castInto(store);
        const { contractId, id: vendorId } = cast.vendor.brittle;
        const year = Array.from({ length: 12 }, (_, index) => january + index);
        const given = year.map((period) => ({ period, issued: 1000 }));
        await evaluate(store, cast, 'EUR', '2024-01-05', given);
        await settleMonths(store, new Date('2024-01-06T00:00:00.000Z'), '2024-01-06');
        const keys = year.slice(0, months).map((period) => ({ contractId, period }));
        const counts: number[] = [];
        for (const step of [
          () =>
            moveCredits(store, actOf(cast.person.mona, '2024-01-08'), { keys, action: 'claim' }),
          () =>
            moveCredits(store, actOf(cast.person.bruno, '2024-01-09', vendorId), {
              ...{ keys, action: 'accept' },
            }),
        ]) {
          statements.length = 0;
          expect(await step()).toMatchObject({ ok: true, value: { count: months } });
          counts.push(statements.length);
        }
        await expectBalanced(store);
        return counts;
      }),
    );
    expect(asked[1]).toEqual(asked[0]);
  });

  it('is out of reach for another vendor and for a manager elsewhere', async () => {
    const { store, cast, key } = await begun();
    const foreign = actOf(cast.person.hanna, '2023-02-13', cast.vendor.harbour.id);
    expect(await moveCredits(store, foreign, { keys: [key], action: 'accept' })).toMatchObject({
      ok: false,
      reason: { code: 'not_found' },
    });
    const { asia } = cast.market;
    const remy: Act = {
      ...actOf(cast.person.remy, '2023-02-13'),
      scope: { kind: 'reach', marketId: asia.id, path: asia.path },
    };
    expect(await moveCredits(store, remy, { keys: [key], action: 'claim' })).toMatchObject({
      ok: false,
      reason: { code: 'not_found' },
    });
  });
});

describe('statements', () => {
  it('carry a total below zero over, go out in order, and post a changed fee as a difference', async () => {
    const store = await freshStore();
    const cast = await castInto(store);
    const { contractId } = cast.vendor.brittle;
    const setFee = (feeMinor: number) =>
      store.transact(async (tx) => {
        await tx.update(contracts).set({ feeMinor }).where(eq(contracts.id, contractId));
        await markStale(tx, [contractId]);
      });
    await setFee(100_000);
    await settleMonths(store, new Date('2023-03-02T00:00:00.000Z'), '2023-03-02');
    const all = async () =>
      store.read
        .select()
        .from(statements)
        .where(eq(statements.contractId, contractId))
        .orderBy(asc(statements.period));
    const [first, second] = await all();
    expect([first?.totalMinor, second?.totalMinor]).toEqual([100_000, 100_000]);
    const petra = actOf(cast.person.petra, '2023-03-03');
    expect(
      await moveStatementTo(store, petra, { statementId: second?.id ?? 0, action: 'send' }),
    ).toMatchObject({ ok: false, reason: { code: 'statement_earlier_open' } });
    await moveStatementTo(store, petra, { statementId: first?.id ?? 0, action: 'send' });
    await setFee(0);
    await settleMonths(store, new Date('2023-03-04T00:00:00.000Z'), '2023-03-04');
    const now = await all();
    expect(now.map(({ feeMinor, totalMinor }) => [feeMinor, totalMinor])).toEqual([
      [100_000, 100_000],
      [-100_000, -100_000],
    ]);
    await settleMonths(store, new Date('2023-04-02T00:00:00.000Z'), '2023-04-02');
    expect((await all()).at(-1)).toMatchObject({
      feeMinor: 0,
      carriedMinor: -100_000,
      totalMinor: -100_000,
    });
    await expectBalanced(store);
  });
});
