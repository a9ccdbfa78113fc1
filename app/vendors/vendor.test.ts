import { describe, expect, it } from 'vitest';
import {
  changeStatus,
  checkContractable,
  corporateGroup,
  nextStatuses,
  vendorStatuses,
} from './vendor';

describe('status of a vendor', () => {
  const allowed = [
    'prospect>screening',
    'screening>approved',
    'screening>conditional',
    'screening>rejected',
    'approved>active',
    'conditional>approved',
    'conditional>rejected',
    'conditional>active',
    'rejected>screening',
    'active>suspended',
    'active>exiting',
    'suspended>active',
    'suspended>exiting',
    'exiting>exited',
    'exited>screening',
  ];

  it.each(vendorStatuses.flatMap((from) => vendorStatuses.map((to) => [from, to] as const)))(
    '%s to %s',
    (from, to) => {
      const expected = allowed.includes(`${from}>${to}`)
        ? { ok: true, value: to }
        : {
            ok: false,
            reason: { code: 'vendor_status_not_allowed', params: { from, to }, field: 'status' },
          };
      expect(changeStatus(from, to)).toEqual(expected);
    },
  );

  it('never reaches active without having been approved', () => {
    const before = vendorStatuses.filter((status) => nextStatuses(status).includes('active'));
    expect(before).toEqual(['approved', 'conditional', 'suspended']);
  });
});

describe('a contract with a vendor', () => {
  it.each(vendorStatuses.map((status) => [status] as const))('of status %s', (status) => {
    const isIn = ['approved', 'conditional', 'active'].includes(status);
    expect(checkContractable('Polar', status)).toEqual(
      isIn
        ? { ok: true }
        : {
            ok: false,
            reason: { code: 'vendor_not_contractable', params: { name: 'Polar', status } },
          },
    );
  });
});

describe('corporate group', () => {
  const parents = new Map<number, number | null>([
    [1, null],
    [2, 1],
    [3, 2],
    [8, 9],
    [9, 7],
    [7, 9],
  ]);

  it.each([
    [1, 1],
    [2, 1],
    [3, 1],
    [4, 4],
  ])('vendor %i belongs to group %i', (vendor, group) => {
    expect(corporateGroup(vendor, parents)).toBe(group);
  });

  it('gives a ring of parents one group', () => {
    expect([8, 9, 7].map((vendor) => corporateGroup(vendor, parents))).toEqual([7, 7, 7]);
  });
});
