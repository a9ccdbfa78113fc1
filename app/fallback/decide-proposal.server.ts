import { eq, inArray } from 'drizzle-orm';
import { promiseActions } from '~/actions/promise-action.server';
import { dayOf, personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { reasonText } from '~/shared/reason-text';
import { done, refused, type Outcome } from '~/shared/outcome';
import { proposals, switchPlans } from '~db/schema/fallback';
import { services, vendors } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { decide, type Decision, type VolumeShare } from './decision';
import { everyCandidate } from './every-candidate';
import { findProposal, type Proposal } from './proposal-queries.server';
import { settleGap } from './settle-gap.server';
import { switchPlan } from './switch-plan';

/**
 * Decides a proposal: a candidate takes over, the volume is split, or nothing changes, for a reason. Whoever takes over
 * gets a switch plan whose steps have owners and dates. Besides what the decision itself refuses: the person who asked
 * for the proposal (`decider_asked`), and a candidate that has left the approved vendors since (`candidate_left`).
 */
export async function decideProposal(
  store: Store,
  act: Act,
  proposalId: number,
  decision: Decision,
): Promise<Outcome> {
  const said = reasonText(decision.kind === 'reject' ? decision.reason : null, {
    field: 'reason',
    missing: null,
  });
  if (!said.ok) return said;
  return store.transact(async (tx) => {
    await tx.lockRow('proposals', 'id', proposalId);
    const proposal = await findProposal(tx, act.scope, proposalId);
    if (!proposal) return refused('not_found');
    const decided = decide(proposal, decision);
    if (!decided.ok) return decided;
    const personId = personIdOf(act);
    if (personId !== null && proposal.askedBy === personId) return refused('decider_asked');
    const { state, takeOvers } = decided.value;
    const left = await leftSince(tx, takeOvers);
    if (left !== null) return refused('candidate_left', { vendor: left });
    const reason = decision.kind === 'reject' ? said.value : null;
    await tx
      .update(proposals)
      .set({
        state,
        decidedAt: act.now.toISOString(),
        decidedBy: personId,
        decisionReason: reason,
      })
      .where(eq(proposals.id, proposalId));
    for (const takeOver of takeOvers) await startSwitch(tx, act, proposal, takeOver);
    if (takeOvers.length > 0)
      await settleGap(
        tx,
        { proposalId, ...proposal },
        { sourcingGap: false, asOf: dayOf(act.now) },
      );
    await record(tx, act, {
      action: state === 'open' ? 'proposal.decided' : `proposal.${state}`,
      entity: 'proposal',
      entityId: proposalId,
      vendorId: proposal.vendorId,
      before: { state: proposal.state },
      after: { state, reason, takeOvers },
    });
    return done();
  });
}

/** The name of one who is to take over and may no longer: its status has changed since the proposal was made. */
async function leftSince(tx: Tx, takeOvers: readonly VolumeShare[]): Promise<string | null> {
  if (takeOvers.length === 0) return null;
  const rows = await tx
    .select({ name: vendors.name, status: vendors.status })
    .from(vendors)
    .where(
      inArray(
        vendors.id,
        takeOvers.map(({ vendorId }) => vendorId),
      ),
    );
  const may = ['approved', 'active', 'conditional'];
  return rows.find(({ status }) => !may.includes(status))?.name ?? null;
}

/** A plan for one who takes over, its steps as actions with owner and due date. */
async function startSwitch(
  tx: Tx,
  act: Act,
  { id: proposalId, vendorId, serviceId, snapshot }: Proposal,
  takeOver: VolumeShare,
): Promise<void> {
  const today = dayOf(act.now);
  const [plan] = await tx
    .insert(switchPlans)
    .values({
      proposalId,
      candidateId: takeOver.vendorId,
      sharePercent: takeOver.sharePercent,
      state: 'running',
      startedOn: today,
    })
    .returning({ id: switchPlans.id });
  if (!plan) throw new Error('the switch plan was not stored');
  const [service] = await tx
    .select({ ownerId: services.ownerId })
    .from(services)
    .where(eq(services.id, serviceId));
  const successor = everyCandidate(snapshot).find(({ vendor }) => vendor.id === takeOver.vendorId);
  const names = { incumbent: snapshot.incumbent.vendor.name, successor: successor?.vendor.name };
  const steps = switchPlan(today, snapshot.service.recoveryDays);
  await promiseActions(
    tx,
    act,
    { origin: 'switch', originId: plan.id },
    steps.map(({ step, owner, side, dueOn }) => ({
      vendorId: owner === 'incumbent' ? vendorId : takeOver.vendorId,
      step,
      side,
      ownerId: owner === 'service_owner' ? (service?.ownerId ?? null) : null,
      ownerName: owner === 'incumbent' || owner === 'successor' ? (names[owner] ?? null) : null,
      dueOn,
    })),
  );
  await record(tx, act, {
    action: 'switch_plan.started',
    entity: 'switch_plan',
    entityId: plan.id,
    vendorId: takeOver.vendorId,
    after: { proposalId, ...takeOver, steps: steps.map(({ step, dueOn }) => `${step} ${dueOn}`) },
  });
}
