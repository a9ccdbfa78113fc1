import { Decimal, roundedText } from '~/shared/decimal';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { CandidateFacts, FallbackRequest, Firm } from './candidate';
import { type CriterionData, criterionRules, type UnknownReason } from './criterion';
import { criteria, type Criterion } from './criteria';
import { failedGates, type GateFailure } from './gate';
import type { ComparedPrice } from './price';

/** What each criterion counts for, in points of 100. */
export type Weights = Record<Criterion, number>;

/** The weights where the settings say nothing else. */
export const defaultWeights: Weights = {
  performance: 30,
  readiness: 20,
  assessment: 15,
  switch_time: 15,
  price: 10,
  risk: 10,
};

/** The weights as they are, or a refusal: each is 0 to 100 (`weight_out_of_range`), together 100 (`weights_total`). */
export function checkWeights(weights: Weights): Outcome<Weights> {
  const bad = criteria.find((criterion) => !(weights[criterion] >= 0 && weights[criterion] <= 100));
  if (bad) return refused('weight_out_of_range', { criterion: bad, weight: weights[bad] }, bad);
  const total = Decimal.sum(...criteria.map((criterion) => weights[criterion]));
  return total.eq(100)
    ? done(weights)
    : refused('weights_total', { total: roundedText(total, 12) }, 'weights');
}

/** What one criterion brings: `points` is its value (0 to 100) × weight / 100, and 0 where it is unknown. */
export type Contribution = {
  criterion: Criterion;
  weight: number;
  value: string | null;
  points: string;
  unknown: UnknownReason | null;
  dataOn: string | null;
  data: CriterionData;
};

/** A vendor's score of 0 to 100 with what it is made of, the share (0 to 1) of the weight that is known, the gates failed. */
export type Scored = {
  vendor: Firm;
  score: string;
  knownShare: string;
  contributions: Contribution[];
  price: ComparedPrice | null;
  failures: GateFailure[];
};

/** Gates and score of one vendor, from its own facts alone. */
export function scoreCandidate(
  candidate: CandidateFacts,
  request: FallbackRequest,
  weights: Weights,
): Scored {
  const contributions = criteria.map((criterion): Contribution => {
    const result = criterionRules[criterion](candidate, request);
    const points = new Decimal(result.value ?? 0).times(weights[criterion]).div(100);
    return { criterion, weight: weights[criterion], points: roundedText(points, 12), ...result };
  });
  const known = contributions.filter(({ value }) => value !== null);
  return {
    vendor: candidate.vendor,
    score: sum(contributions.map(({ points }) => points)),
    knownShare: roundedText(new Decimal(sum(known.map(({ weight }) => weight))).div(100), 12),
    contributions,
    price: priceOf(contributions),
    failures: failedGates(candidate, request),
  };
}

/** The better first: the score, then the larger known share, then the lower price (unknown last), then the name. */
function compareScored(a: Scored, b: Scored): number {
  return (
    new Decimal(b.score).cmp(a.score) ||
    new Decimal(b.knownShare).cmp(a.knownShare) ||
    comparePrices(a.price, b.price) ||
    compareText(a.vendor.name, b.vendor.name) ||
    compareText(a.vendor.code, b.vendor.code)
  );
}

/** Those who pass every gate, best first, and those who do not, by name. */
export function rankCandidates(
  candidates: readonly CandidateFacts[],
  request: FallbackRequest,
  weights: Weights,
): { ranked: Scored[]; excluded: Scored[] } {
  const scored = candidates.map((each) => scoreCandidate(each, request, weights));
  return {
    ranked: scored.filter(({ failures }) => failures.length === 0).sort(compareScored),
    excluded: scored.filter(({ failures }) => failures.length > 0).sort(byName),
  };
}

/** By name, so that one of many is found. */
export const byName = (a: Scored, b: Scored): number => compareText(a.vendor.name, b.vendor.name);

/**
 * Those who fail a gate, those with the fewest gates failed first, then the best score; at the end the failing vendor and its
 * group, whom nothing that they could do would make independent of themselves.
 */
export function nearestFirst(excluded: readonly Scored[]): Scored[] {
  const isOwn = ({ failures }: Scored) => failures.some(({ gate }) => gate === 'independence');
  return [...excluded].sort(
    (a, b) =>
      Number(isOwn(a)) - Number(isOwn(b)) ||
      a.failures.length - b.failures.length ||
      compareScored(a, b),
  );
}

const NEAREST = 3;

/** Whom to look at when nobody passes: the three nearest. The failing vendor and its group are no misses. */
export function nearestMisses(excluded: readonly Scored[]): Scored[] {
  return nearestFirst(excluded)
    .filter(({ failures }) => !failures.some(({ gate }) => gate === 'independence'))
    .slice(0, NEAREST);
}

function priceOf(contributions: readonly Contribution[]): ComparedPrice | null {
  for (const { data } of contributions) if (data.criterion === 'price') return data.price;
  return null;
}

function comparePrices(a: ComparedPrice | null, b: ComparedPrice | null): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return new Decimal(a.amount).cmp(b.amount);
}

function sum(values: readonly (string | number)[]): string {
  return roundedText(Decimal.sum(0, ...values), 12);
}

/** By code point, so that the order is the same in every language and on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
