import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const rows = readFileSync(path.join(root, 'docs/glossary.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => cells[4]?.startsWith('`'));

describe('glossary', () => {
  it.each(rows.map((cells) => [cells[1] ?? '', (cells[4] ?? '').replaceAll('`', '')]))(
    '%s stands in %s',
    (_, file) => {
      expect(existsSync(path.join(root, file))).toBe(true);
    },
  );

  it('has every term once, in both languages', () => {
    const terms = rows.map((cells) => cells[1]);
    expect(terms.length).toBeGreaterThan(50);
    expect(new Set(terms).size).toBe(terms.length);
    expect(rows.filter((cells) => !cells[2]).map((cells) => cells[1])).toEqual([]);
  });
});
