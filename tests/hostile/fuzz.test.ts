import { describe, expect, it } from 'vitest';
import { runFuzz } from './run-fuzz';

describe('real upload files made worse', () => {
  it('are imported whole or refused in words, soon, in memory that stays', async () => {
    const { files, imported, refused, memory, faults } = await runFuzz({ files: 200, seed: 11 });
    expect(faults).toEqual([]);
    expect(files).toBe(200);
    expect(imported).toBeGreaterThan(5);
    expect(refused).toBeGreaterThan(50);
    expect(memory.most - memory.begin).toBeLessThan(250);
  }, 240_000);
});
