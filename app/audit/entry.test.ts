import { describe, expect, it } from 'vitest';
import { canonical, changedFields, fieldChanges, splitAction, splitActor } from './entry';

describe('an entry', () => {
  it('has the same text whatever the order of its keys', () => {
    expect(canonical({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
    expect(canonical({ b: 1, a: 2 })).toBe(canonical({ a: 2, b: 1 }));
  });

  it('keeps what changed alone, and nothing where nothing did', () => {
    const before = { name: 'A', role: 'manager', tags: ['x'], hash: 'secret' };
    expect(changedFields(before, { name: 'B', role: 'manager', tags: ['x'] })).toEqual({
      before: { name: 'A' },
      after: { name: 'B' },
    });
    expect(changedFields(before, { role: 'manager' })).toBeNull();
    expect(changedFields({}, { note: null })).toBeNull();
  });

  it('reads field by field, nested ones by their path', () => {
    const before = {
      name: 'A',
      term: { target: '80', bands: [{ from: null, to: '80' }] },
      on: true,
    };
    const after = {
      name: 'A',
      term: { target: '78', bands: [{ from: null, to: '78' }] },
      on: false,
    };
    expect(fieldChanges(before, after)).toEqual([
      { path: 'term.target', before: '80', after: '78' },
      { path: 'term.bands.0.to', before: '80', after: '78' },
      { path: 'on', before: 'true', after: 'false' },
    ]);
    expect(fieldChanges(null, { tags: ['x', 'y'], gone: null })).toEqual([
      { path: 'tags', before: null, after: 'x, y' },
    ]);
    expect(fieldChanges(null, null)).toEqual([]);
  });

  it('says what was done to what, and by whom', () => {
    expect(splitAction('sla_term.changed')).toEqual({ entity: 'sla_term', done: 'changed' });
    const lin = { kind: 'person', name: 'Lin (Wei)', role: 'manager' };
    expect(splitActor('Lin (Wei) (manager)')).toEqual(lin);
    expect(splitActor('job evaluate')).toEqual({ kind: 'job', job: 'evaluate' });
    expect(splitActor('command line')).toEqual({ kind: 'command' });
    expect(splitActor('visitor')).toEqual({ kind: 'visitor' });
  });
});
