import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { groupsTwice } from './parts';
import { findingsInSource, usesIn, type Uses } from './source';
import { flatten, placeholders, singular } from './words';

function usesOf(text: string): Uses {
  const uses: Uses = { keys: new Map(), patterns: [], codes: new Map(), literals: new Set() };
  usesIn('app/routes/page.tsx', text, ['sla', 'errors'], uses);
  return uses;
}

describe('words', () => {
  it('are found under the key that the code writes', () => {
    const texts = flatten({ sla: { title: 'Breaches', outcome: { met: 'Met' } } });
    expect([...texts.keys()]).toEqual(['sla:title', 'sla:outcome.met']);
    expect(singular('sla:late_other')).toBe('sla:late');
  });

  it('name what they fill in, in one order, the count apart', () => {
    expect(placeholders('{{count}} of {{total}} by {{ day, date }}')).toBe('day, total');
    expect(placeholders('none')).toBe('nothing');
  });
});

describe('a namespace in several files', () => {
  it('may not have one group of words in two of them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mainstay-words-'));
    writeFileSync(join(folder, 'life.mjs'), "export const life = { title: 'A', end: {} };");
    writeFileSync(join(folder, 'terms.mjs'), "export const terms = { band: {}, title: 'B' };");
    expect(await groupsTwice(folder)).toEqual([
      `${join(folder, 'terms.mjs')} hides title of life.mjs`,
    ]);
    rmSync(folder, { recursive: true });
  });
});

describe('source', () => {
  it('names keys in quotes, refusals, and keys put together while running', () => {
    const uses = usesOf(
      "t('sla:title'); refused('too_late'); t(`sla:outcome.${outcome}`); t('no');",
    );
    expect([...uses.keys.keys()]).toEqual(['sla:title', 'common:no']);
    expect([...uses.codes.keys()]).toEqual(['too_late']);
    expect(uses.patterns.map((pattern) => pattern.test('sla:outcome.met'))).toEqual([true]);
    expect(uses.patterns.some((pattern) => pattern.test('sla:title'))).toBe(false);
  });

  it('may not write Chinese, but may speak of it and read it', () => {
    expect(findingsInSource('app/a.tsx', 'const a = <b>违约</b>;')).toHaveLength(1);
    expect(findingsInSource('app/a.ts', 'const a = `${n} 月`;')).toHaveLength(1);
    expect(findingsInSource('app/a.ts', '/** 违约 */ const a = /[年月]/;')).toEqual([]);
    expect(findingsInSource('app/kpi/header-vocabulary.ts', "const a = '月份';")).toEqual([]);
  });
});
