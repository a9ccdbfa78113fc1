import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearDrafts, keepUpload, readKept } from './upload-folder.server';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-uploads-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('Month,OTD_PCT\n2023-07,80\n');

describe('the upload folder', () => {
  it('keeps a file under its hash, once, and leaves no draft', async () => {
    const [one, two] = await Promise.all([keepUpload(folder, bytes), keepUpload(folder, bytes)]);
    expect(one).toBe(two);
    expect(await readKept(folder, one)).toEqual(bytes);
    expect(readdirSync(join(folder, 'drafts'))).toEqual([]);
  });

  it('clears drafts of servers that died, not those being written', async () => {
    await keepUpload(folder, bytes);
    const [old, young] = ['a', 'b'].map((name) => join(folder, 'drafts', name)) as [string, string];
    writeFileSync(old, 'half a fi');
    writeFileSync(young, 'half a fi');
    utimesSync(old, new Date('2024-01-12'), new Date('2024-01-12'));
    expect(await clearDrafts(folder, new Date('2024-01-13'))).toBe(1);
    expect(readdirSync(join(folder, 'drafts'))).toEqual(['b']);
    expect(await clearDrafts(join(folder, 'nowhere'), new Date())).toBe(0);
  });
});
