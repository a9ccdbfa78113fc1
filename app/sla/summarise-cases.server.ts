import { and, eq, inArray, isNull } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { SEVERITIES } from '~/contracts/sla-vocabulary';
import { breaches, caseEvents, cases } from '~db/schema/cases';
import { evaluations } from '~db/schema/sla';
import type { Tx } from '~db/store.server';

type Breach = Pick<typeof breaches.$inferSelect, 'period' | 'severity'>;

/** Brings the cases' first and last month, count and severity in step with their breaches; one without any is over. */
export async function summariseCases(
  tx: Tx,
  act: Act,
  standing: ReadonlyMap<number, readonly Breach[]>,
): Promise<void> {
  const summaries = [...standing].flatMap(([id, found]) =>
    found.length ? summary(id, found) : [],
  );
  const set = ['breachCount', 'firstPeriod', 'lastPeriod', 'severity'] as const;
  await tx.updateMany(cases, { by: ['id'], set }, summaries);
  const over = [...standing].flatMap(([id, found]) => (found.length === 0 ? id : []));
  if (over.length > 0) await endCases(tx, act, over);
}

function summary(id: number, found: readonly Breach[]) {
  const periods = found.map(({ period }) => period);
  return {
    id,
    breachCount: found.length,
    firstPeriod: Math.min(...periods),
    lastPeriod: Math.max(...periods),
    severity:
      SEVERITIES.findLast((one) => found.some(({ severity }) => severity === one)) ?? 'serious',
  };
}

/** No breach of these cases stands any more: one is excused where that is why a breach of it fell, else closed. */
async function endCases(tx: Tx, act: Act, caseIds: readonly number[]): Promise<void> {
  const excused = await tx
    .selectDistinct({ caseId: breaches.caseId })
    .from(breaches)
    .innerJoin(
      evaluations,
      and(
        eq(evaluations.termId, breaches.termId),
        eq(evaluations.period, breaches.period),
        isNull(evaluations.supersededAt),
        eq(evaluations.outcome, 'excused'),
      ),
    )
    .where(inArray(breaches.caseId, [...caseIds]));
  const isExcused = new Set(excused.map(({ caseId }) => caseId));
  await tx
    .update(cases)
    .set({ breachCount: 0 })
    .where(inArray(cases.id, [...caseIds]));
  const open = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(inArray(cases.id, [...caseIds]), isNull(cases.closedAt)));
  const ended = open.map(({ id }) => ({
    id,
    state: isExcused.has(id) ? ('excused' as const) : ('closed' as const),
    closedAt: act.now.toISOString(),
    dueOn: null,
  }));
  await tx.updateMany(cases, { by: ['id'], set: ['state', 'closedAt', 'dueOn'] }, ended);
  const at = act.now.toISOString();
  const personId = personIdOf(act);
  await tx.insertMany(
    caseEvents,
    ended.map(({ id }) => ({
      ...{ caseId: id, at, personId },
      ...{ kind: 'closed' as const, details: { withdrawn: true } },
    })),
  );
}
