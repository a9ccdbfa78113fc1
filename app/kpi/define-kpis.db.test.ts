import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { everything } from '~/auth/act';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { contractEvaluations } from '~db/schema/sla';
import { kpis } from '~db/schema/kpi';
import { castInto, testNow } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { keepKpi } from './define-kpis.server';

it('has whatever is measured by a KPI evaluated again when its unit changes, and by its name does not', async () => {
  const store = await freshStore();
  const cast = await castInto(store);
  const { id: personId, name, role } = cast.person.alan;
  const actor = { kind: 'person' as const, personId, name, role, address: null };
  const act = { actor, now: testNow, scope: everything };
  await evaluateDueContracts(store, testNow, '2024-01-12');
  const stale = () => store.read.$count(contractEvaluations, eq(contractEvaluations.stale, true));
  const { id } = cast.kpi.onTime;
  const [row] = await store.read.select().from(kpis).where(eq(kpis.id, id));
  const fields = Object.fromEntries(
    Object.entries(row ?? {}).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(';') : String(value ?? ''),
    ]),
  );
  expect(await keepKpi(store, act, id, { ...fields, nameEn: 'On time at the door' })).toMatchObject(
    {
      ok: true,
    },
  );
  expect(await stale()).toBe(0);
  const changed = { ...fields, unit: 'ratio', max: '1' };
  expect(await keepKpi(store, act, id, changed)).toMatchObject({ ok: true });
  expect(await stale()).toBeGreaterThan(0);
});
