/** What people have decided of a contract's life; the rest follows from its dates. `active` is signed. */
export const contractStates = ['draft', 'review', 'approved', 'active', 'terminated'] as const;
export type ContractState = (typeof contractStates)[number];

/** The states in which a contract is agreed: it holds on its days, and is evaluated. */
export const agreedStates = ['active', 'terminated'] as const satisfies ContractState[];

/** True once the contract is signed. */
export function isAgreedState(state: ContractState): boolean {
  return (agreedStates as readonly ContractState[]).includes(state);
}

/** True while others look at a contract that was submitted: it can't be changed until it is returned or signed. */
export function isUnderReview(state: ContractState): boolean {
  return state === 'review' || state === 'approved';
}

/** How a contract goes on after its end: not at all, by itself, or only by a new agreement. */
export const renewals = ['none', 'tacit', 'express'] as const;
export type Renewal = (typeof renewals)[number];

/** Where a contract stands on a day. */
export const contractStandings = [
  'draft',
  'review',
  'approved',
  'upcoming',
  'in_force',
  'ended',
  'terminated',
] as const;
export type ContractStanding = (typeof contractStandings)[number];

export type ContractLife = {
  state: ContractState;
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
  const { state } = contract;
  if (state !== 'active' && state !== 'terminated') return state;
  const last = lastDayInForce(contract);
  if (last !== null && last < day) return contract.terminatedOn === null ? 'ended' : 'terminated';
  return contract.startsOn > day ? 'upcoming' : 'in_force';
}
