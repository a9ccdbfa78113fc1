import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runKills } from './run-kills';

describe.skipIf(!existsSync('build/server.js'))('a server that is killed again and again', () => {
  it('leaves what an undisturbed one leaves, whole, with every letter delivered', async () => {
    const { kills, letters, repeated, faults } = await runKills({ count: 10, seed: 7 });
    expect(faults).toEqual([]);
    expect(kills).toBeGreaterThanOrEqual(10);
    expect(letters).toBeGreaterThan(10);
    expect(repeated).toBeLessThanOrEqual(kills);
  }, 600_000);
});
