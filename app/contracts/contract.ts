/** What is stored of a contract's life; the rest follows from its dates. */
export const contractStates = ['draft', 'active', 'terminated'] as const;

/** How a contract goes on after its end: not at all, by itself, or only by a new agreement. */
export const renewals = ['none', 'tacit', 'express'] as const;
export type Renewal = (typeof renewals)[number];

/** Where a contract stands on a day. */
export const contractStandings = ['draft', 'upcoming', 'in_force', 'ended', 'terminated'] as const;
export type ContractStanding = (typeof contractStandings)[number];

export type ContractLife = {
  state: (typeof contractStates)[number];
  startsOn: string;
  endsOn: string | null;
  terminatedOn: string | null;
  renewal: Renewal;
};

/** The last day on which the contract holds, `YYYY-MM-DD`; null while none is set, as under tacit renewal. */
export function lastDayInForce({ endsOn, terminatedOn, renewal }: ContractLife): string | null {
  if (terminatedOn !== null) return terminatedOn;
  return renewal === 'tacit' ? null : endsOn;
}

/** Where the contract stands on a day; one that has been terminated stays in force to its last day. */
export function standingOn(contract: ContractLife, day: string): ContractStanding {
  if (contract.state === 'draft') return 'draft';
  const last = lastDayInForce(contract);
  if (last !== null && last < day) return contract.terminatedOn === null ? 'ended' : 'terminated';
  return contract.startsOn > day ? 'upcoming' : 'in_force';
}
