import { Decimal, roundedText } from '~/shared/decimal';
import { isPlainDecimal } from '~/shared/plain-decimal';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { ProposalSnapshot, ProposalState } from './proposal';
import { everyCandidate } from './every-candidate';

export type VolumeShare = { vendorId: number; sharePercent: string };

/** What a person makes of a proposal. Parts of a split are percent of the incumbent's volume, its own part included. */
export type Decision =
  | { kind: 'accept'; vendorId: number }
  | { kind: 'split'; parts: VolumeShare[] }
  | { kind: 'reject'; reason: string };

/** The state that follows, and who takes over which percent of the incumbent's volume. */
export type Decided = { state: ProposalState; takeOvers: VolumeShare[] };

/**
 * Checks a decision. Refused: a proposal decided before (`proposal_decided`), a vendor that is no candidate of it
 * (`not_a_candidate`), parts that are no positive percentages (`share_not_positive`), name a vendor twice
 * (`share_twice`), are fewer than two (`split_single`) or do not total 100 (`shares_total`), no reason for a
 * rejection (`reason_required`).
 */
export function decide(
  proposal: {
    state: ProposalState;
    snapshot: Pick<ProposalSnapshot, 'candidates' | 'behind' | 'incumbent' | 'asked'>;
  },
  decision: Decision,
): Outcome<Decided> {
  const { state, snapshot } = proposal;
  if (state !== 'open') return refused('proposal_decided', { state });
  const isCandidate = (vendorId: number) =>
    everyCandidate(snapshot).some(({ vendor }) => vendor.id === vendorId);
  switch (decision.kind) {
    case 'reject':
      return decision.reason.trim() === ''
        ? refused('reason_required', {}, 'reason')
        : done({ state: 'rejected' as const, takeOvers: [] });
    case 'accept': {
      const { vendorId } = decision;
      if (!isCandidate(vendorId)) return refused('not_a_candidate', { vendor: vendorId }, 'vendor');
      const { sharePercent } = snapshot.asked;
      return done({ state: 'accepted' as const, takeOvers: [{ vendorId, sharePercent }] });
    }
    case 'split':
      return decideSplit(decision.parts, snapshot.incumbent.vendor.id, isCandidate);
  }
}

function decideSplit(
  parts: readonly VolumeShare[],
  incumbentId: number,
  isCandidate: (vendorId: number) => boolean,
): Outcome<Decided> {
  const wrong = parts.find(
    ({ sharePercent }) => !isPlainDecimal(sharePercent) || new Decimal(sharePercent).lte(0),
  );
  if (wrong) return refused('share_not_positive', { share: wrong.sharePercent }, 'parts');
  const stranger = parts.find(({ vendorId }) => vendorId !== incumbentId && !isCandidate(vendorId));
  if (stranger) return refused('not_a_candidate', { vendor: stranger.vendorId }, 'parts');
  if (new Set(parts.map(({ vendorId }) => vendorId)).size < parts.length)
    return refused('share_twice', {}, 'parts');
  if (parts.length < 2) return refused('split_single', {}, 'parts');
  const total = Decimal.sum(...parts.map(({ sharePercent }) => sharePercent));
  if (!total.eq(100)) return refused('shares_total', { total: roundedText(total, 12) }, 'parts');
  const takeOvers = parts.filter(({ vendorId }) => vendorId !== incumbentId);
  return done({ state: 'split' as const, takeOvers });
}

/**
 * A part of what the incumbent carried at first, in percent of what other switches have left of it: 40 of 100 is all of
 * the rest once 60 have moved.
 */
export function percentOfRest(sharePercent: string, movedBefore: readonly string[]): string {
  const rest = new Decimal(100).minus(Decimal.sum(0, ...movedBefore));
  if (rest.lte(0)) return '0';
  return Decimal.min(100, new Decimal(sharePercent).times(100).div(rest)).toFixed();
}

/**
 * The shares of a service's volume in a market once a switch is done: the incumbent hands over the percentages of its
 * own share, those who take over gain them, all others keep theirs. A vendor left with nothing stays listed with 0.
 */
export function sharesAfter(
  shares: readonly VolumeShare[],
  incumbentId: number,
  takeOvers: readonly VolumeShare[],
): VolumeShare[] {
  const own = new Decimal(
    shares.find(({ vendorId }) => vendorId === incumbentId)?.sharePercent ?? 0,
  );
  const after = new Map(
    shares.map(({ vendorId, sharePercent }) => [vendorId, new Decimal(sharePercent)]),
  );
  const add = (vendorId: number, part: Decimal) =>
    after.set(vendorId, (after.get(vendorId) ?? new Decimal(0)).plus(part));
  for (const { vendorId, sharePercent } of takeOvers) {
    const moved = own.times(sharePercent).div(100);
    add(vendorId, moved);
    add(incumbentId, moved.negated());
  }
  return [...after].map(([vendorId, share]) => ({
    vendorId,
    sharePercent: roundedText(share, 12),
  }));
}
