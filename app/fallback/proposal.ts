import { roundedText } from '~/shared/decimal';
import type { VendorStatus } from '~/vendors/vendor';
import {
  type CandidateFacts,
  type FallbackRequest,
  type Firm,
  marketsAsked,
  type OfferingFact,
} from './candidate';
import type { Cause } from './cause';
import { concentrationAfter, type Concentration } from './concentration';
import { freeCapacity, offeringsUsed } from './coverage';
import { unitsNeeded, type Gate } from './gate';
import { missingToBeReady, type Missing } from './missing';
import {
  byName,
  nearestFirst,
  nearestMisses,
  rankCandidates,
  scoreCandidate,
  type Scored,
  type Weights,
} from './ranking';

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

/**
 * So many candidates, and so many who fail a gate, a proposal keeps with all their data: more than anybody compares, and few
 * enough for a row of the store. Of those behind them it keeps the name and what decided, so that "why not this one?" has an
 * answer for everybody.
 */
export const MOST_KEPT = 50;

/** A vendor behind those that are kept whole: its score, and the gates that it failed. */
export type BriefVendor = {
  vendor: Pick<Firm, 'id' | 'code' | 'name'>;
  score: string;
  gates: Gate[];
};
export type BriefCandidate = Omit<BriefVendor, 'gates'> & { rank: number };

/** All that a proposal knew on its day. Nothing in it has to be looked up, so that it stays readable for ever. */
export type ProposalSnapshot = Omit<FallbackRequest, 'volumes' | 'rates'> & {
  version: 1;
  weights: Weights;
  causes: Cause[];
  candidates: RankedVendor[];
  excluded: ProposedVendor[];
  /** Those behind the best of both lists; only where there are any. */
  behind?: { candidates: BriefCandidate[]; excluded: BriefVendor[] };
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
  const concentrationOf = concentrationIn(request);
  const describe = (scored: Scored) => {
    const candidate = facts.get(scored.vendor.id);
    return candidate ? [describeVendor(scored, candidate, request, concentrationOf)] : [];
  };
  const nearest = nearestFirst(excluded);
  const { volumes: _volumes, rates: _rates, ...asked } = request;
  return {
    version: 1,
    ...asked,
    weights,
    causes: [...causes],
    candidates: ranked
      .slice(0, MOST_KEPT)
      .flatMap(describe)
      .map((vendor, index) => ({ ...vendor, rank: index + 1 })),
    excluded: nearest.slice(0, MOST_KEPT).sort(byName).flatMap(describe),
    ...behindOf(ranked.slice(MOST_KEPT), nearest.slice(MOST_KEPT)),
    sourcingGap: ranked.length === 0,
    nearestMisses:
      ranked.length === 0 ? nearestMisses(excluded).map(({ vendor }) => vendor.id) : [],
  };
}

function behindOf(candidates: Scored[], excluded: Scored[]): Pick<ProposalSnapshot, 'behind'> {
  if (candidates.length + excluded.length === 0) return {};
  return {
    behind: {
      candidates: candidates.map(({ vendor, score }, at) => ({
        ...{ vendor: named(vendor), score, rank: MOST_KEPT + at + 1 },
      })),
      excluded: excluded.sort(byName).map(({ vendor, score, failures }) => ({
        ...{ vendor: named(vendor), score, gates: failures.map(({ gate }) => gate) },
      })),
    },
  };
}

const named = ({ id, code, name }: Firm) => ({ id, code, name });

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

/** One vendor as a proposal shows it, whatever the others are. */
export function describeCandidate(
  candidate: CandidateFacts,
  request: FallbackRequest,
  weights: Weights,
): ProposedVendor {
  const scored = scoreCandidate(candidate, request, weights);
  return describeVendor(scored, candidate, request, concentrationIn(request));
}

const concentrationIn = ({ volumes, asked }: FallbackRequest) =>
  concentrationAfter(volumes, asked.sharePercent);

function describeVendor(
  scored: Scored,
  candidate: CandidateFacts,
  request: FallbackRequest,
  concentrationOf: (candidate: Firm) => Concentration | null,
): ProposedVendor {
  const offerings = offeringsUsed(candidate.offerings, marketsAsked(request));
  const [needed, free] = [unitsNeeded(request), freeCapacity(offerings)];
  return {
    ...scored,
    status: candidate.status,
    offerings,
    capacity: {
      needed: needed && roundedText(needed, 12),
      free: free && roundedText(free, 12),
    },
    concentration: concentrationOf(candidate.vendor),
    missing: missingToBeReady(candidate, request),
  };
}
