import { eq, inArray } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { slaTerms } from '~db/schema/contracts';
import { evaluations } from '~db/schema/sla';
import { castInto, testNow } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { kpiOfTerm } from './filter.server';

const today = '2024-01-12';

it('a KPI narrows to the same evaluations whether few terms speak of it or many', async () => {
  const store = await freshStore();
  const cast = await castInto(store);
  await evaluateDueContracts(store, testNow, today);
  const { onTime, cancelled } = cast.kpi;
  const found = async (code: string) => {
    const condition = await kpiOfTerm(evaluations.termId).condition([code], {
      today,
      reader: store.read,
    });
    const rows = await store.read
      .select({ id: evaluations.id })
      .from(evaluations)
      .where(condition)
      .orderBy(evaluations.id);
    return rows.map(({ id }) => id);
  };
  const all = await store.read
    .select({ id: evaluations.id })
    .from(evaluations)
    .where(eq(evaluations.kpiId, onTime.id))
    .orderBy(evaluations.id);
  expect(all.length).toBeGreaterThan(40);
  expect(await found(onTime.code)).toEqual(all.map(({ id }) => id));
  expect([await found(cancelled.code), await found('NO_SUCH')]).toEqual([[], []]);
  const { contractId } = cast.vendor.polar;
  const more = Array.from({ length: 250 }, (_, at) => ({
    ...{ contractId, kpiId: onTime.id, position: at + 1 },
  }));
  await store.transact((tx) => tx.insertMany(slaTerms, more));
  expect(await store.read.$count(slaTerms, inArray(slaTerms.kpiId, [onTime.id]))).toBe(254);
  expect(await found(onTime.code)).toEqual(all.map(({ id }) => id));
});
