import { and, eq, isNull } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { readFields } from '~/shared/fields';
import { reasonText } from '~/shared/reason-text';
import { done, refused, type Outcome } from '~/shared/outcome';
import { formatPeriod } from '~/shared/period';
import { excusals } from '~db/schema/sla';
import type { Store } from '~db/store.server';
import { moveCase } from './case';
import { excusalFields } from './excusal-fields';
import { loadCase, stepOf } from './load-case.server';
import { tellCase, writeToSide } from './move-case.server';
import { reevaluate, writeExcusals } from './write-excusals.server';

/**
 * Agrees that months of the case's KPI do not count, and evaluates the contract again. Breaches whose months are all
 * excused are withdrawn; when none is left, the case is excused. Refused where no breach of the case lies in the months
 * (`excusal_without_breach`).
 */
export async function excuseCase(
  store: Store,
  act: Act,
  { caseId, ...input }: { caseId: number } & Record<string, unknown>,
): Promise<Outcome> {
  const read = readFields(excusalFields, input);
  if (!read.ok) return read;
  const { firstPeriod, lastPeriod, kind, text, agreedBy } = read.value;
  return store.transact(async (tx) => {
    const open = await loadCase(tx, act, caseId);
    if (!open) return refused('not_found');
    const allowed = moveCase(open.facts, 'excuse', stepOf(act, open, text));
    if (!allowed.ok) return allowed;
    if (!open.breaches.some(({ period }) => firstPeriod <= period && period <= lastPeriod))
      return refused('excusal_without_breach', {}, 'firstPeriod');
    const span = { first: firstPeriod, last: lastPeriod };
    await writeExcusals(tx, act, open.row, [span], { kind, reason: text, agreedBy });
    await tellCase(tx, act, open, {
      kind: 'excused',
      text,
      details: { asOf: open.today, kind, agreedBy, from: firstPeriod, to: lastPeriod },
    });
    await reevaluate(store, tx, act, open);
    await writeToSide(tx, act, open, {
      template: 'caseExcused',
      to: 'vendor',
      params: { text, from: formatPeriod(firstPeriod), to: formatPeriod(lastPeriod) },
    });
    return done();
  });
}

/** Takes an excusal back, with a reason: its months count again, and their breaches come back. */
export async function revokeExcusal(
  store: Store,
  act: Act,
  { caseId, excusalId, text: typed }: { caseId: number; excusalId: number; text: string },
): Promise<Outcome> {
  const said = reasonText(typed, { field: 'text', missing: 'reason_required' });
  if (!said.ok) return said;
  const text = said.value;
  return store.transact(async (tx) => {
    const open = await loadCase(tx, act, caseId);
    if (!open) return refused('not_found');
    const { contractId, kpiId, vendorId } = open.row;
    const [excusal] = await tx
      .update(excusals)
      .set({ revokedAt: act.now.toISOString() })
      .where(
        and(
          eq(excusals.id, excusalId),
          eq(excusals.contractId, contractId),
          eq(excusals.kpiId, kpiId),
          isNull(excusals.revokedAt),
        ),
      )
      .returning();
    if (!excusal) return refused('not_found');
    await record(tx, act, {
      action: 'excusal.revoked',
      entity: 'excusal',
      entityId: excusalId,
      vendorId,
      before: {
        from: formatPeriod(excusal.firstPeriod),
        to: formatPeriod(excusal.lastPeriod),
        kind: excusal.kind,
        reason: excusal.reason,
      },
      after: { reason: text },
    });
    await tellCase(tx, act, open, {
      kind: 'excusal_revoked',
      text,
      details: { from: excusal.firstPeriod, to: excusal.lastPeriod },
    });
    await reevaluate(store, tx, act, open);
    await writeToSide(tx, act, open, {
      template: 'excusalRevoked',
      to: 'vendor',
      params: {
        text,
        from: formatPeriod(excusal.firstPeriod),
        to: formatPeriod(excusal.lastPeriod),
      },
    });
    return done();
  });
}
