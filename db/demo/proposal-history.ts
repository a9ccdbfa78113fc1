import { and, eq, sql } from 'drizzle-orm';
import { everything } from '~/auth/act';
import { decideProposal } from '~/fallback/decide-proposal.server';
import type { Decision } from '~/fallback/decision';
import { completeAction } from '~/actions/complete-action.server';
import { actionSources } from '~/desk/action-sources.server';
import { findProposal } from '~/fallback/proposal-queries.server';
import { actions } from '~db/schema/actions';
import { proposalCauses, proposals, switchPlans } from '~db/schema/fallback';
import { markets } from '~db/schema/markets';
import { vendors } from '~db/schema/vendors';
import type { Cast } from './load-people';
import { actOf, mustBeDone, type Event, type Portal } from './step';

/** When a manager decided what had been proposed. */
const DECIDED_AT = [
  '2023-01-20T14:00:00.000Z',
  '2023-10-20T14:00:00.000Z',
  '2023-12-20T14:00:00.000Z',
];

/** The volume of JetBlue at one airport is split in the end; the switch runs on the demo's day. */
const SPLIT = { vendor: 'B6', market: 'BOS', from: '2023-12-01', successorPercent: 40 };
const STEPS_DONE = [
  { step: 'notice', at: '2023-12-22T10:00:00.000Z' },
  { step: 'data_handover', at: '2023-12-29T15:00:00.000Z' },
  { step: 'access', at: '2024-01-04T09:30:00.000Z' },
];

const KEPT = {
  plan: 'The vendor has a plan and keeps the volume; we look again when the next quarter is in.',
  none: 'Nobody could take over; procurement looks for a second source.',
};

/** What became of the proposals; those of contracts that end are left to be decided on the demo's day. */
export function proposalHistory(portal: Portal, cast: Cast): Event[] {
  return [
    ...DECIDED_AT.map((at): Event => ({ at, run: () => decideAll(portal, cast, at) })),
    ...STEPS_DONE.map(({ step, at }): Event => ({ at, run: () => doStep(portal, cast, step, at) })),
  ];
}

async function decideAll({ store }: Portal, { insiders }: Cast, at: string): Promise<void> {
  const act = actOf(insiders.martin, at);
  const open = await store.read
    .select({ id: proposals.id, vendor: vendors.code, market: markets.code })
    .from(proposals)
    .innerJoin(vendors, eq(vendors.id, proposals.vendorId))
    .leftJoin(markets, eq(markets.id, proposals.marketId))
    .where(
      and(
        eq(proposals.state, 'open'),
        sql`not exists (select 1 from ${proposalCauses}
          where ${proposalCauses.proposalId} = ${proposals.id}
          and ${proposalCauses.kind} = 'contract_ending')`,
      ),
    )
    .orderBy(vendors.code, markets.code);
  for (const { id, vendor, market } of open) {
    const isSplit = vendor === SPLIT.vendor && market === SPLIT.market && at > SPLIT.from;
    const decision = await decisionOn(store, id, isSplit);
    mustBeDone(await decideProposal(store, act, id, decision), `decide on ${vendor} ${market}`);
  }
}

async function decisionOn(store: Portal['store'], id: number, isSplit: boolean): Promise<Decision> {
  const proposal = await findProposal(store.read, everything, id);
  const [leader] = proposal?.snapshot.candidates ?? [];
  if (!proposal || !leader) return { kind: 'reject', reason: KEPT.none };
  if (!isSplit) return { kind: 'reject', reason: KEPT.plan };
  const { successorPercent } = SPLIT;
  return {
    kind: 'split',
    parts: [
      { vendorId: proposal.vendorId, sharePercent: String(100 - successorPercent) },
      { vendorId: leader.vendor.id, sharePercent: String(successorPercent) },
    ],
  };
}

/** Procurement ticks a step of the running switch. */
async function doStep({ store }: Portal, { insiders }: Cast, step: string, at: string) {
  const [found] = await store.read
    .select({ id: actions.id })
    .from(actions)
    .innerJoin(switchPlans, eq(switchPlans.id, actions.originId))
    .where(
      and(eq(actions.origin, 'switch'), eq(actions.step, step), eq(switchPlans.state, 'running')),
    );
  if (!found) throw new Error(`no switch of the demo has a step ${step}`);
  const act = actOf(insiders.petra, at);
  mustBeDone(await completeAction(store, act, found.id, actionSources), `do ${step}`);
}
