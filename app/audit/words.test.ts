import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit } from '~/locales/en/audit';
import { splitAction } from './entry';

/** Every action that a verb writes, found in the sources of those that record. */
function actionsInSources(): string[] {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => file.endsWith('.server.ts'))
    .map((file) => readFileSync(join('app', file), 'utf8'))
    .filter((source) => source.includes('~/audit/record.server'));
  const quoted = sources.flatMap((source) => source.match(/'[a-z_]+\.[a-z_]+'/g) ?? []);
  return [...new Set(quoted.map((text) => text.slice(1, -1)))].sort();
}

describe('the words of the audit trail', () => {
  it('say every action that a verb writes', () => {
    const actions = actionsInSources();
    expect(actions).toContain('person.added');
    expect(actions.length).toBeGreaterThan(40);
    const unsaid = actions.filter((action) => {
      const { entity, done } = splitAction(action);
      return !(entity in audit.entity) || !(done in audit.done);
    });
    expect(unsaid, 'word these in app/locales/{en,zh-CN}/audit.ts').toEqual([]);
  });
});
