import { and, eq, isNull } from 'drizzle-orm';
import type { ActionSource } from '~/actions/action-source.server';
import { cancelActionsOf } from '~/actions/cancel-action.server';
import { dayOf, everything, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { reasonText } from '~/shared/reason-text';
import { done, refused, type Outcome } from '~/shared/outcome';
import { actions } from '~db/schema/actions';
import { switchPlans } from '~db/schema/fallback';
import type { Store, Tx } from '~db/store.server';
import { moveVolume } from './move-volume.server';
import { findProposal, type Proposal } from './proposal-queries.server';

type SwitchPlan = typeof switchPlans.$inferSelect;

/**
 * What a running switch says to its steps: they change while it runs (`switch_over`), and are not called off one by one
 * (`switch_step_stays`). With the last step the switch is done: the volume moves.
 */
export const switchSource: ActionSource = {
  async refuse(tx, _act, { originId }, verb) {
    if (verb === 'cancel') return refused('switch_step_stays');
    await tx.lockRow('switch_plans', 'id', originId);
    const [plan] = await tx.select().from(switchPlans).where(eq(switchPlans.id, originId));
    return plan?.state === 'running' ? null : refused('switch_over');
  },
  async follow(tx, act, { originId }) {
    const [plan] = await tx.select().from(switchPlans).where(eq(switchPlans.id, originId));
    const proposal = plan && (await findProposal(tx, everything, plan.proposalId));
    if (!plan || !proposal) return false;
    const left = await tx.$count(
      actions,
      and(eq(actions.origin, 'switch'), eq(actions.originId, plan.id), isNull(actions.doneAt)),
    );
    if (left > 0) return false;
    await finish(tx, act, proposal, plan);
    return true;
  },
};

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
    await tx.lockRow('switch_plans', 'id', planId);
    const proposal = await findProposal(tx, act.scope, proposalId);
    const [plan] = await tx
      .select()
      .from(switchPlans)
      .where(and(eq(switchPlans.id, planId), eq(switchPlans.proposalId, proposalId)));
    if (!proposal || !plan) return refused('not_found');
    if (plan.state !== 'running') return refused('switch_over');
    const said = reasonText(reason, { field: 'reason', missing: 'reason_required' });
    if (!said.ok) return said;
    const why = said.value;
    const finishedOn = dayOf(act.now);
    await tx
      .update(switchPlans)
      .set({ state: 'abandoned', finishedOn, reason: why })
      .where(eq(switchPlans.id, planId));
    await cancelActionsOf(tx, act, { origin: 'switch', originId: planId, reason: why });
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
