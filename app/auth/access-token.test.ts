import { describe, expect, it } from 'vitest';
import { bearerToken, tokenStanding } from './access-token';
import { tokenFields } from './access-token-fields';

const now = new Date('2024-01-12T08:00:00.000Z');

describe('an access token', () => {
  it('lives until it expires or is revoked', () => {
    const until = (expiresAt: string, revokedAt: string | null = null) =>
      tokenStanding({ expiresAt, revokedAt }, now);
    expect(until('2024-01-12T08:00:00.001Z')).toBe('live');
    expect(until('2024-01-12T08:00:00.000Z')).toBe('expired');
    expect(until('2025-01-12T08:00:00.000Z', '2024-01-11T08:00:00.000Z')).toBe('revoked');
  });

  it('is read from its header, whatever the case of the scheme', () => {
    expect(bearerToken('Bearer mst_a-b_c')).toBe('mst_a-b_c');
    expect(bearerToken('bearer  mst_a')).toBe('mst_a');
    for (const other of [null, '', 'Bearer', 'Bearer ', 'Basic abc', 'Bearer a b', 'Bearer a,b'])
      expect(bearerToken(other), String(other)).toBeNull();
  });

  it('needs a name and one of the lifetimes', () => {
    expect(tokenFields.safeParse({ name: ' Reports ', days: '90' }).data).toEqual({
      name: 'Reports',
      days: '90',
      readOnly: false,
    });
    expect(tokenFields.safeParse({ name: '', days: '91' }).error?.issues).toHaveLength(2);
  });
});
