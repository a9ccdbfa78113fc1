import { and, eq, isNull } from 'drizzle-orm';
import { dayOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { actions } from '~db/schema/actions';
import { switchPlans } from '~db/schema/fallback';
import type { Store, Tx } from '~db/store.server';
import { moveVolume } from './move-volume.server';
import { findProposal, type Proposal } from './proposal-queries.server';

type SwitchPlan = typeof switchPlans.$inferSelect;

/**
 * Marks a step of a running switch as done, or (`isDone` false) as open again. With its last step the switch is done:
 * the volume moves. Refused where the plan no longer runs (`switch_over`).
 */
export async function markSwitchStep(
  store: Store,
  act: Act,
  { proposalId, actionId, isDone }: { proposalId: number; actionId: number; isDone: boolean },
): Promise<Outcome<{ finished: boolean }>> {
  return store.transact(async (tx) => {
    const proposal = await findProposal(tx, act.scope, proposalId);
    const found = proposal && (await findStep(tx, proposalId, actionId));
    if (!proposal || !found) return refused('not_found');
    const { plan, step } = found;
    await tx.lockRow('switch_plans', 'id', plan.id);
    if (plan.state !== 'running') return refused('switch_over');
    if ((step.doneAt !== null) === isDone) return done({ finished: false });
    const doneAt = isDone ? act.now.toISOString() : null;
    await tx.update(actions).set({ doneAt }).where(eq(actions.id, actionId));
    await record(tx, act, {
      action: isDone ? 'switch_plan.step_done' : 'switch_plan.step_reopened',
      entity: 'switch_plan',
      entityId: plan.id,
      vendorId: plan.candidateId,
      before: { step: step.step, doneAt: step.doneAt },
      after: { step: step.step, doneAt },
    });
    const left = await tx.$count(
      actions,
      and(eq(actions.origin, 'switch'), eq(actions.originId, plan.id), isNull(actions.doneAt)),
    );
    if (left > 0) return done({ finished: false });
    await finish(tx, act, proposal, plan);
    return done({ finished: true });
  });
}

/**
 * Gives a running switch up, for a reason: what has been done stays on record, no volume moves, and the vendor's next
 * failure is heard again. Refused without a reason (`reason_required`) and where the plan no longer runs (`switch_over`).
 */
export async function abandonSwitch(
  store: Store,
  act: Act,
  { proposalId, planId, reason }: { proposalId: number; planId: number; reason: string },
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const proposal = await findProposal(tx, act.scope, proposalId);
    const [plan] = await tx
      .select()
      .from(switchPlans)
      .where(and(eq(switchPlans.id, planId), eq(switchPlans.proposalId, proposalId)));
    if (!proposal || !plan) return refused('not_found');
    await tx.lockRow('switch_plans', 'id', planId);
    if (plan.state !== 'running') return refused('switch_over');
    const why = reason.trim();
    if (why === '') return refused('reason_required', {}, 'reason');
    const finishedOn = dayOf(act.now);
    await tx
      .update(switchPlans)
      .set({ state: 'abandoned', finishedOn, reason: why })
      .where(eq(switchPlans.id, planId));
    await tx
      .update(actions)
      .set({ cancelledAt: act.now.toISOString() })
      .where(
        and(eq(actions.origin, 'switch'), eq(actions.originId, planId), isNull(actions.doneAt)),
      );
    await record(tx, act, {
      action: 'switch_plan.abandoned',
      entity: 'switch_plan',
      entityId: planId,
      vendorId: plan.candidateId,
      before: { state: plan.state },
      after: { state: 'abandoned', reason: why },
    });
    return done();
  });
}

async function findStep(tx: Tx, proposalId: number, actionId: number) {
  const [found] = await tx
    .select({ plan: switchPlans, step: actions })
    .from(actions)
    .innerJoin(switchPlans, eq(switchPlans.id, actions.originId))
    .where(
      and(
        eq(actions.id, actionId),
        eq(actions.origin, 'switch'),
        eq(switchPlans.proposalId, proposalId),
      ),
    );
  return found ?? null;
}

async function finish(tx: Tx, act: Act, proposal: Proposal, plan: SwitchPlan): Promise<void> {
  const others = await tx
    .select({ sharePercent: switchPlans.sharePercent })
    .from(switchPlans)
    .where(and(eq(switchPlans.proposalId, proposal.id), eq(switchPlans.state, 'done')));
  const finishedOn = dayOf(act.now);
  await tx
    .update(switchPlans)
    .set({ state: 'done', finishedOn })
    .where(eq(switchPlans.id, plan.id));
  const moved = await moveVolume(tx, act, proposal, {
    successorId: plan.candidateId,
    sharePercent: plan.sharePercent,
    movedBefore: others.map(({ sharePercent }) => sharePercent),
  });
  await record(tx, act, {
    action: 'switch_plan.finished',
    entity: 'switch_plan',
    entityId: plan.id,
    vendorId: plan.candidateId,
    before: { state: plan.state },
    after: { state: 'done', markets: moved },
  });
}
