import { roundedText } from '~/shared/decimal';
import { type VendorStatus } from '~/vendors/vendor';
import {
  type CandidateFacts,
  type FallbackRequest,
  type Firm,
  marketsAsked,
  type OfferingFact,
} from './candidate';
import { type Cause } from './cause';
import { concentrationAfter, type Concentration } from './concentration';
import { freeCapacity, offeringsUsed } from './coverage';
import { unitsNeeded } from './gate';
import { missingToBeReady, type Missing } from './missing';
import { nearestMisses, rankCandidates, type Scored, type Weights } from './ranking';

export const proposalStates = ['open', 'accepted', 'split', 'rejected'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** A vendor as a proposal shows it, whether it is a candidate or failed a gate. */
export type ProposedVendor = Scored & {
  status: VendorStatus;
  /** The offerings by which it would serve what is asked for, as they stood on the day. */
  offerings: OfferingFact[];
  /** Units a month that are asked for and free; null where unknown, and then the gate was not tested. */
  capacity: { needed: string | null; free: string | null };
  concentration: Concentration | null;
  missing: Missing[];
};

export type RankedVendor = ProposedVendor & { rank: number };

/** All that a proposal knew on its day. Nothing in it has to be looked up, so that it stays readable for ever. */
export type ProposalSnapshot = Omit<FallbackRequest, 'volumes' | 'rates'> & {
  version: 1;
  weights: Weights;
  causes: Cause[];
  candidates: RankedVendor[];
  excluded: ProposedVendor[];
  /** Set when nobody passes every gate: a sourcing gap, with the ids of the nearest misses, nearest first. */
  sourcingGap: boolean;
  nearestMisses: number[];
};

/** Ranks everyone who offers the service and sets down what the proposal knew. The rates used stand with each price. */
export function takeSnapshot(
  request: FallbackRequest,
  candidates: readonly CandidateFacts[],
  causes: readonly Cause[],
  weights: Weights,
): ProposalSnapshot {
  const { ranked, excluded } = rankCandidates(candidates, request, weights);
  const facts = new Map(candidates.map((candidate) => [candidate.vendor.id, candidate]));
  const concentrationOf = concentrationAfter(request.volumes, request.asked.sharePercent);
  const describe = (scored: Scored) => describeVendor(scored, facts, request, concentrationOf);
  const { volumes: _volumes, rates: _rates, ...asked } = request;
  return {
    version: 1,
    ...asked,
    weights,
    causes: [...causes],
    candidates: ranked.flatMap(describe).map((vendor, index) => ({ ...vendor, rank: index + 1 })),
    excluded: excluded.flatMap(describe),
    sourcingGap: ranked.length === 0,
    nearestMisses:
      ranked.length === 0 ? nearestMisses(excluded).map(({ vendor }) => vendor.id) : [],
  };
}

/** True for a stored document of the version that this product writes and reads. */
export function isSnapshot(document: unknown): document is ProposalSnapshot {
  return (
    typeof document === 'object' &&
    document !== null &&
    'version' in document &&
    document.version === 1 &&
    'candidates' in document &&
    Array.isArray(document.candidates)
  );
}

function describeVendor(
  scored: Scored,
  facts: ReadonlyMap<number, CandidateFacts>,
  request: FallbackRequest,
  concentrationOf: (candidate: Firm) => Concentration | null,
): ProposedVendor[] {
  const candidate = facts.get(scored.vendor.id);
  if (!candidate) return [];
  const offerings = offeringsUsed(candidate.offerings, marketsAsked(request));
  const [needed, free] = [unitsNeeded(request), freeCapacity(offerings)];
  return [
    {
      ...scored,
      status: candidate.status,
      offerings,
      capacity: {
        needed: needed && roundedText(needed, 12),
        free: free && roundedText(free, 12),
      },
      concentration: concentrationOf(candidate.vendor),
      missing: missingToBeReady(candidate, request),
    },
  ];
}
