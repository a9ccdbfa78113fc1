import type { BriefCandidate, ProposalSnapshot } from './proposal';

/** All who pass every gate, in their order: those that are kept whole and those behind them. */
export function everyCandidate({
  candidates,
  behind,
}: Pick<ProposalSnapshot, 'candidates' | 'behind'>): BriefCandidate[] {
  return [...candidates, ...(behind?.candidates ?? [])];
}
