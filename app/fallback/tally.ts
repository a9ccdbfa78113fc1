import { gates, type Gate } from './gate';
import type { ProposalSnapshot } from './proposal';

export type Tally = {
  considered: number;
  candidates: number;
  excluded: number;
  byGate: { gate: Gate; count: number }[];
};

/** How many a proposal looked at, how many of them pass every gate, and how many fail each gate; one may fail several. */
export function tallyOf({
  candidates,
  excluded,
  behind,
}: Pick<ProposalSnapshot, 'candidates' | 'excluded' | 'behind'>): Tally {
  const failed = [
    ...excluded.map(({ failures }) => failures.map(({ gate }) => gate)),
    ...(behind?.excluded ?? []).map((brief) => brief.gates),
  ];
  const passed = candidates.length + (behind?.candidates.length ?? 0);
  return {
    considered: passed + failed.length,
    candidates: passed,
    excluded: failed.length,
    byGate: gates
      .map((gate) => ({ gate, count: failed.filter((missed) => missed.includes(gate)).length }))
      .filter(({ count }) => count > 0),
  };
}
