import { and, between, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { parsePeriod, type Period } from '~/shared/period';
import { slaTerms } from '~db/schema/contracts';
import { evaluations } from '~db/schema/sla';
import type { Reader } from '~db/store.server';
import { actionEffect, EFFECT_MONTHS, type ActionEffect } from './action-effect';
import type { Action } from './find-action.server';
import { measureKey, measureOf, type Measure } from './measure';

/** Something done for a measure of a vendor, on its last day. */
export type Done = {
  vendorId: number;
  measure: Measure;
  better: 'higher' | 'lower';
  doneAt: string;
};

/** What followed on each of some things done, in their order: one query, however many. */
export async function effectsOf(reader: Reader, done: readonly Done[]): Promise<ActionEffect[]> {
  const dated = done.map((each) => ({
    ...each,
    doneIn: parsePeriod(each.doneAt.slice(0, 7)) ?? 0,
  }));
  const months = await measuredMonths(reader, dated);
  return dated.map(({ vendorId, measure, doneIn, better }) =>
    actionEffect([...(months.get(keyOf(vendorId, measure)) ?? [])], doneIn, better),
  );
}

type Month = { period: Period; measured: string | null };

function keyOf(vendorId: number, measure: Measure): string {
  return `${vendorId}/${measureKey(measure)}`;
}

/** The months of measures as they are evaluated now; a month that several terms measure counts once, by the first of them. */
async function measuredMonths(
  reader: Reader,
  done: readonly (Done & { doneIn: Period })[],
): Promise<Map<string, Month[]>> {
  const found = new Map<string, Month[]>();
  if (done.length === 0) return found;
  const doneIn = done.map((row) => row.doneIn);
  const rows = await reader
    .select({
      vendorId: evaluations.vendorId,
      kpiId: evaluations.kpiId,
      serviceId: slaTerms.serviceId,
      marketId: slaTerms.marketId,
      period: evaluations.period,
      measured: evaluations.measured,
    })
    .from(evaluations)
    .innerJoin(slaTerms, eq(slaTerms.id, evaluations.termId))
    .where(
      and(
        inArray(evaluations.vendorId, [...new Set(done.map(({ vendorId }) => vendorId))]),
        inArray(evaluations.kpiId, [...new Set(done.map(({ measure }) => measure.kpiId))]),
        between(
          evaluations.period,
          Math.min(...doneIn) - EFFECT_MONTHS,
          Math.max(...doneIn) + EFFECT_MONTHS,
        ),
        isNull(evaluations.supersededAt),
        isNotNull(evaluations.measured),
      ),
    )
    .orderBy(evaluations.period, evaluations.termId);
  for (const { vendorId, period, measured, ...measure } of rows) {
    const key = keyOf(vendorId, measure);
    const months = found.get(key) ?? [];
    if (!months.some((month) => month.period === period)) months.push({ period, measured });
    found.set(key, months);
  }
  return found;
}

type Row = { action: Action; kpi: { better: 'higher' | 'lower' } | null };

/** The effect of each action of a list that is done and names a KPI, by the action's key. */
export async function effectsOfRows(
  reader: Reader,
  rows: readonly Row[],
): Promise<Map<number, ActionEffect>> {
  const done = rows.flatMap(({ action, kpi }) => {
    const measure = measureOf(action);
    const { id, vendorId, doneAt } = action;
    return measure && kpi && doneAt !== null
      ? [{ id, vendorId, measure, better: kpi.better, doneAt }]
      : [];
  });
  const effects = await effectsOf(reader, done);
  return new Map(
    effects.flatMap((effect, index) => {
      const id = done[index]?.id;
      return id === undefined ? [] : [[id, effect] as const];
    }),
  );
}
