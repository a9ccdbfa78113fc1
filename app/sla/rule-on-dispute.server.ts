import { inArray } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import { evaluations } from '~db/schema/sla';
import type { Store, Tx } from '~db/store.server';
import type { CaseChange } from './case';
import { joinedSpans, type ExcusalKind, type Span } from './excusal';
import type { LoadedCase } from './load-case.server';
import { moveCaseTo } from './move-case.server';
import { workingOf } from './working';
import { reevaluate, writeExcusals } from './write-excusals.server';

export type Ruling =
  | { caseId: number; upheld: false; text: string }
  /** The vendor is right: why its months do not count. */
  | { caseId: number; upheld: true; text: string; kind: ExcusalKind | null };

/**
 * Rules on a dispute; the one who decided first in the case may not. Upheld, all months that its breaches were measured
 * over are excused, and breaches and credits follow at once; rejected, the vendor owes its plan.
 */
export async function ruleOnDispute(
  store: Store,
  act: Act,
  ruling: Ruling,
): Promise<Outcome<CaseChange>> {
  const { caseId, text, upheld } = ruling;
  if (!upheld)
    return moveCaseTo(store, act, {
      caseId,
      move: 'reject_dispute',
      text,
      mail: { template: 'disputeRejected', to: 'vendor' },
    });
  const { kind } = ruling;
  if (kind === null) return refused('required', {}, 'kind');
  return moveCaseTo(
    store,
    act,
    {
      caseId,
      move: 'uphold_dispute',
      text,
      details: { kind },
      mail: { template: 'disputeUpheld', to: 'vendor' },
    },
    async (tx, open) => {
      const agreedBy = act.actor.kind === 'person' ? act.actor.name : '';
      const spans = joinedSpans(await measuredSpans(tx, open));
      await writeExcusals(tx, act, open.row, spans, { kind, reason: text.trim(), agreedBy });
      await reevaluate(store, tx, act, open);
      return done();
    },
  );
}

/** The months that the case's standing breaches were measured over. */
async function measuredSpans(tx: Tx, { breaches }: LoadedCase): Promise<Span[]> {
  const rows = await tx
    .select({ period: evaluations.period, working: evaluations.working })
    .from(evaluations)
    .where(
      inArray(
        evaluations.id,
        breaches.map(({ evaluationId }) => evaluationId),
      ),
    );
  return rows.map(({ period, working }) => ({
    first: workingOf(working, period).windowFrom,
    last: period,
  }));
}
