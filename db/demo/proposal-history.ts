import { eq } from 'drizzle-orm';
import { everything } from '~/auth/act';
import { decideProposal } from '~/fallback/decide-proposal.server';
import type { Decision } from '~/fallback/decision';
import { findProposal } from '~/fallback/proposal-queries.server';
import { proposals } from '~db/schema/fallback';
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

/** The volume of JetBlue in Boston is split in the end; the switch runs on the demo's day. */
const SPLIT = { vendor: 'B6', market: 'BOS', from: '2023-10-01', successorPercent: 40 };

const KEPT = {
  plan: 'The vendor has a plan and keeps the volume; we look again when the next quarter is in.',
  none: 'Nobody could take over; procurement looks for a second source.',
};

/** What became of the proposals. */
export function proposalHistory(portal: Portal, cast: Cast): Event[] {
  return DECIDED_AT.map((instant) => ({
    at: instant,
    run: (at) => decideAll(portal, cast, at),
  }));
}

async function decideAll({ store }: Portal, { insiders }: Cast, at: string): Promise<void> {
  const act = actOf(insiders.martin, at);
  const open = await store.read
    .select({ id: proposals.id, vendor: vendors.code, market: markets.code })
    .from(proposals)
    .innerJoin(vendors, eq(vendors.id, proposals.vendorId))
    .leftJoin(markets, eq(markets.id, proposals.marketId))
    .where(eq(proposals.state, 'open'))
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
