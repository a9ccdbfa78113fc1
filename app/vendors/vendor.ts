import { done, refused, type Outcome } from '~/shared/outcome';

/** Where an outside firm stands: on the way in, at work, or on the way out. */
export const vendorStatuses = [
  'prospect',
  'screening',
  'approved',
  'conditional',
  'rejected',
  'active',
  'suspended',
  'exiting',
  'exited',
] as const;

export type VendorStatus = (typeof vendorStatuses)[number];

/**
 * What may follow what. A conditional vendor is approved once its conditions are met and rejected when they are not;
 * the first contract in force makes an approved or conditional vendor active. An exit may begin without a suspension,
 * as at the end of a contract. Whoever was rejected or has left comes back through screening, never past it.
 */
const FOLLOWS: Record<VendorStatus, readonly VendorStatus[]> = {
  prospect: ['screening'],
  screening: ['approved', 'conditional', 'rejected'],
  approved: ['active'],
  conditional: ['approved', 'rejected', 'active'],
  rejected: ['screening'],
  active: ['suspended', 'exiting'],
  suspended: ['active', 'exiting'],
  exiting: ['exited'],
  exited: ['screening'],
};

const DECIDED: readonly VendorStatus[] = ['approved', 'conditional', 'rejected'];

/** True for a status that follows from a decision on the vendor's admission. */
export function isDecided(status: VendorStatus): boolean {
  return DECIDED.includes(status);
}

const CONTRACTED: readonly VendorStatus[] = ['approved', 'conditional', 'active'];

/** Refused (`vendor_not_contractable`) with a vendor that has not been let in or is on its way out: all there can be is a draft. */
export function checkContractable(name: string, status: VendorStatus): Outcome {
  return CONTRACTED.includes(status)
    ? done()
    : refused('vendor_not_contractable', { name, status });
}

/** The statuses that a vendor of this status may take next. */
export function nextStatuses(status: VendorStatus): readonly VendorStatus[] {
  return FOLLOWS[status];
}

/** The new status, or a refusal that names both: `vendor_status_not_allowed` with `from` and `to`. */
export function changeStatus(from: VendorStatus, to: VendorStatus): Outcome<VendorStatus> {
  return FOLLOWS[from].includes(to)
    ? done(to)
    : refused('vendor_status_not_allowed', { from, to }, 'status');
}

/**
 * The corporate group of a vendor, named by the id of the topmost parent; a vendor without a parent is its own group.
 * A ring of parents, which the register refuses, would end at the smallest id of the ring: one group for all of them.
 */
export function corporateGroup(
  vendorId: number,
  parentOf: ReadonlyMap<number, number | null>,
): number {
  const seen: number[] = [];
  let current = vendorId;
  while (!seen.includes(current)) {
    seen.push(current);
    const parent = parentOf.get(current);
    if (parent == null) return current;
    current = parent;
  }
  return Math.min(...seen.slice(seen.indexOf(current)));
}
