import type { SlaTerm } from '~/contracts/sla-term';
import type { Named, TermAsked } from './candidate';

/** A contract's term as the ranking asks it of others: its KPI, its target, and what it counts as a value. */
export function askedTerm(
  kpi: Named & { unit: string },
  { operator, target, round_to, min_sample, sources }: SlaTerm,
): TermAsked {
  return { kpi, operator, target, roundTo: round_to, minSample: min_sample, sources };
}

/** The ranks of sources by KPI, 0 the most believed: of the first term that asks for the KPI. */
export function sourceRanks(terms: readonly TermAsked[]): Map<number, Map<string, number>> {
  const ranks = new Map<number, Map<string, number>>();
  for (const { kpi, sources } of terms) {
    if (!ranks.has(kpi.id)) ranks.set(kpi.id, new Map(sources.map((source, at) => [source, at])));
  }
  return ranks;
}
