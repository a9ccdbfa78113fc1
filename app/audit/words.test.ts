import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit } from '~/locales/en/audit';
import { splitAction } from './entry';

/** The sources of those that record. */
function recordingSources(): string[] {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.server.ts'))
    .map((file) => readFileSync(join('app', file), 'utf8'))
    .filter((source) => source.includes('~/audit/record.server'));
}

/** The fields that verbs name where they record: `after: { state, dueOn: day }`. */
function fieldsInSources(): string[] {
  const objects = recordingSources().flatMap((source) => [
    ...source.matchAll(/\b(?:before|after): \{([^{}]*)\}/g),
  ]);
  const names = objects.flatMap(([, inside = '']) =>
    inside.split(',').flatMap((part) => /^\s*(\w+)\s*(?::|$)/.exec(part)?.[1] ?? []),
  );
  return [...new Set(names)].sort();
}

/** Every action that a verb writes. */
function actionsInSources(): string[] {
  const quoted = recordingSources().flatMap((source) => source.match(/'[a-z_]+\.[a-z_]+'/g) ?? []);
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
    expect(unsaid, 'word these in app/locales/{en,zh-CN}/audit').toEqual([]);
  });

  it('name every field that a verb names where it records', () => {
    const fields = fieldsInSources();
    expect(fields).toEqual(expect.arrayContaining(['cause', 'dueOn', 'state']));
    const unnamed = fields.filter((field) => !(field in audit.field));
    expect(unnamed, 'name these in app/locales/{en,zh-CN}/audit').toEqual([]);
  });
});
