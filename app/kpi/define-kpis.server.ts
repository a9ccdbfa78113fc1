import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { markKpisStale } from '~/contracts/mark-stale.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { RowFault } from '~/shared/register-file';
import { randomId } from '~db/columns';
import { kpis } from '~db/schema/kpi';
import type { Store, Tx } from '~db/store.server';
import { sharedHeading } from './kpi-definition';
import { kpiFields, type KpiFields } from './kpi-fields';
import { readKpiFile, sharedHeadings, unknownSamples } from './kpi-file';

export type KpiImport = { created: number; changed: number; unchanged: number };

/** Brings the KPI library to what a definitions file says, by code; KPIs that it does not name stay. All rows or none. */
export async function defineKpis(
  store: Store,
  act: Act,
  text: string,
): Promise<{ ok: true; value: KpiImport } | { ok: false; faults: RowFault[] }> {
  const { rows, faults } = readKpiFile(text);
  if (faults.length > 0) return { ok: false, faults };
  return store.transact(async (tx) => {
    const library = await tx.select().from(kpis);
    const codes = new Set(library.map(({ code }) => code));
    const wrong = [...unknownSamples(rows, codes), ...sharedHeadings(rows, library)];
    if (wrong.length > 0) return { ok: false as const, faults: wrong };
    const value = { created: 0, changed: 0, unchanged: 0 };
    for (const { row: _, ...fields } of rows) {
      const before = library.find(({ code }) => code === fields.code) ?? null;
      value[await keep(tx, act, before, fields)] += 1;
    }
    return { ok: true as const, value };
  });
}

/** Adds a KPI to the library, or (with `kpiId`) changes it; a code, once given, stays. */
export async function keepKpi(
  store: Store,
  act: Act,
  kpiId: number | null,
  input: unknown,
): Promise<Outcome<{ kpiId: number }>> {
  const fields = readFields(kpiFields, input);
  if (!fields.ok) return fields;
  return store.transact(async (tx) => {
    const library = await tx.select().from(kpis);
    const before = kpiId === null ? null : library.find(({ id }) => id === kpiId);
    if (before === undefined) return refused('not_found');
    const wrong = checkAgainst(library, before, fields.value);
    if (!wrong.ok) return wrong;
    await keep(tx, act, before, fields.value);
    const [kept] = await tx
      .select({ id: kpis.id })
      .from(kpis)
      .where(eq(kpis.code, fields.value.code));
    return kept ? done({ kpiId: kept.id }) : refused('not_found');
  });
}

type Kpi = typeof kpis.$inferSelect;

function checkAgainst(library: readonly Kpi[], before: Kpi | null, fields: KpiFields): Outcome {
  const { code, sampleKpiCode } = fields;
  if (before && before.code !== code)
    return refused('code_is_fixed', { value: before.code }, 'code');
  if (!before && library.some((kpi) => kpi.code === code))
    return refused('already_exists', { value: code }, 'code');
  if (sampleKpiCode !== null && !library.some((kpi) => kpi.code === sampleKpiCode))
    return refused('not_a_choice', {}, 'sampleKpiCode');
  const shared = sharedHeading(fields, library);
  return shared
    ? refused('heading_shared', { value: shared.heading, kpi: shared.code }, 'aliases')
    : done();
}

async function keep(
  tx: Tx,
  act: Act,
  before: Kpi | null,
  fields: KpiFields,
): Promise<keyof KpiImport> {
  if (before && isSame(before, fields)) return 'unchanged';
  const id = before?.id ?? randomId();
  if (before) await tx.update(kpis).set(fields).where(eq(kpis.id, id));
  // Outcomes are reckoned in the KPI's unit and direction; whoever changed them is to see at once what follows.
  if (before && (before.unit !== fields.unit || before.better !== fields.better))
    await markKpisStale(tx, [id]);
  if (!before) await tx.insert(kpis).values({ id, ...fields });
  await record(tx, act, {
    action: before ? 'kpi.changed' : 'kpi.defined',
    entity: 'kpi',
    entityId: id,
    before,
    after: fields,
  });
  return before ? 'changed' : 'created';
}

function isSame({ id: _, ...before }: Kpi, fields: KpiFields): boolean {
  return Object.entries(fields).every(
    ([name, value]) =>
      JSON.stringify(value) === JSON.stringify(before[name as keyof typeof before]),
  );
}
