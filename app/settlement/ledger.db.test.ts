import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markStale } from '~/contracts/mark-stale.server';
import { addDays } from '~/shared/calendar';
import { formatPeriod, periodOf } from '~/shared/period';
import { contracts } from '~db/schema/contracts';
import { settlementTerms, statements } from '~db/schema/settlement';
import { castInto, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { actOf, evaluate, expectBalanced } from '../../tests/ledger';
import { approveManualEntry, rejectManualEntry } from './decide-manual-entry.server';
import { manualKinds } from './manual-kind';
import { moveCredits } from './move-credits.server';
import { moveStatementTo } from './move-statement.server';
import { proposeManualEntry } from './propose-manual-entry.server';
import { settleMonths } from './settle-month.server';
import type { StatementAction } from './statement';

const january = periodOf(2023, 1);

const monthIndex = fc.nat({ max: 3 });
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('evaluate' as const),
      month: monthIndex,
      issued: fc.integer({ min: 0, max: 3_000_000 }),
      returned: fc.constantFrom(0, 0, 0, 500_000),
      cap: fc.option(fc.integer({ min: 0, max: 2_000_000 })),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      month: monthIndex,
      action: fc.constantFrom(
        'claim',
        'accept',
        'dispute',
        'uphold_dispute',
        'reject_dispute',
        'waive',
        'apply',
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('state' as const),
      month: monthIndex,
      action: fc.constantFrom<StatementAction>('send', 'agree', 'dispute', 'settle'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      days: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('hand' as const),
      month: monthIndex,
      kind: fc.constantFrom(...manualKinds),
      amount: fc.integer({ min: 1, max: 20_000 }),
      decision: fc.constantFrom('approve', 'approve', 'reject', 'leave'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('fee' as const),
      fee: fc.integer({ min: 0, max: 12_000_000 }),
    }),
  },
);

describe('the ledger', () => {
  it('always equals the statements: re-evaluations, caps that come and go, earn-backs, disputes, waivers, bonuses and penalties by hand, currencies of 0, 2 and 3 decimals', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('JPY', 'EUR', 'KWD'),
        fc.array(step, { minLength: 8, maxLength: 30 }),
        async (currency, history) => {
          const store = await freshStore();
          const cast = await castInto(store);
          const { contractId, id: vendorId } = cast.vendor.brittle;
          await store.transact(async (tx) => {
            await tx.update(contracts).set({ currency }).where(eq(contracts.id, contractId));
            await tx.insert(settlementTerms).values({
              contractId,
              claimDays: 30,
              claimFrom: 'period_end',
              bonusPercent: '1',
              changedAt: '2023-01-01T00:00:00.000Z',
            });
          });
          let day = '2023-02-11';
          const by = {
            claim: cast.person.mona,
            waive: cast.person.marek,
            uphold_dispute: cast.person.marek,
            reject_dispute: cast.person.marek,
            apply: cast.person.petra,
            send: cast.person.petra,
            settle: cast.person.petra,
          } as Record<string, Cast['person']['mona'] | undefined>;
          const actFor = (action: string) => {
            const person = by[action];
            return person ? actOf(person, day) : actOf(cast.person.bruno, day, vendorId);
          };
          for (const each of history) {
            if (each.do === 'evaluate')
              await evaluate(store, cast, currency, day, [
                {
                  ...{ period: january + each.month, issued: each.issued },
                  ...{ returned: each.returned, cap: each.cap },
                },
              ]);
            if (each.do === 'pass') {
              day = addDays(day, each.days);
              await settleMonths(store, new Date(`${day}T12:00:00.000Z`), day);
            }
            if (each.do === 'fee')
              await store.transact(async (tx) => {
                await tx
                  .update(contracts)
                  .set({ feeMinor: each.fee })
                  .where(eq(contracts.id, contractId));
                await markStale(tx, [contractId]);
              });
            if (each.do === 'hand') {
              const portal = { store, uploads: 'no file is kept' };
              const proposed = await proposeManualEntry(portal, actFor('claim'), {
                contractId,
                input: {
                  ...{ kind: each.kind, amount: String(each.amount), reason: 'x', evidence: 'x' },
                  period: formatPeriod(january + each.month),
                },
              });
              const second = actFor('send');
              const of = { contractId, entryId: proposed.ok ? proposed.value.entryId : 0 };
              if (each.decision === 'approve') await approveManualEntry(store, second, of);
              if (each.decision === 'reject')
                await rejectManualEntry(store, second, { ...of, remarks: 'x' });
            }
            if (each.do === 'move')
              await moveCredits(store, actFor(each.action), {
                keys: [{ contractId, period: january + each.month }],
                action: each.action,
                text: 'x',
              });
            if (each.do === 'state') {
              const [statement] = (
                await store.read
                  .select()
                  .from(statements)
                  .where(eq(statements.contractId, contractId))
                  .orderBy(asc(statements.period))
              ).slice(each.month);
              if (statement)
                await moveStatementTo(store, actFor(each.action), {
                  statementId: statement.id,
                  action: each.action,
                  text: 'x',
                });
            }
            await expectBalanced(store);
          }
          await settleMonths(store, new Date(`${day}T13:00:00.000Z`), day);
          await expectBalanced(store);
          const again = await settleMonths(store, new Date(`${day}T14:00:00.000Z`), day);
          expect(Object.values(again)).toEqual([0, 0, 0, 0]);
        },
      ),
      { numRuns: 25 },
    );
  }, 240_000);
});
