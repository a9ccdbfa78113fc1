import { expect, it } from 'vitest';
import { everything, turnOf, type Act, type Scope } from './act';

const now = new Date('2024-01-12T05:40:00Z');
const actOf = (personId: number, scope: Scope): Act => ({
  actor: { kind: 'person', personId, name: 'Somebody', role: 'any', address: null },
  now,
  scope,
});

it('lets a vendor’s people share a turn, and gives each of ours their own', () => {
  const ofVendor = (personId: number, vendorId: number) =>
    turnOf(actOf(personId, { kind: 'vendor', vendorId }));
  expect(ofVendor(1, 7)).toBe(ofVendor(2, 7));
  const turns = [
    ofVendor(1, 7),
    ofVendor(1, 8),
    turnOf(actOf(7, everything)),
    turnOf(actOf(8, { kind: 'reach', marketId: 1, path: '1/' })),
    turnOf(actOf(9, { kind: 'grants', personId: 9 })),
  ];
  expect(new Set(turns).size).toBe(turns.length);
});
