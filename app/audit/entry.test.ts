import { describe, expect, it } from 'vitest';
import {
  actorOf,
  actorText,
  canonical,
  changedFields,
  fieldChanges,
  splitAction,
  unreadableCause,
} from './entry';

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

  it('says of a value that can’t be opened why, also where both sides can’t', () => {
    const erased = { name: { unreadable: 'erased' }, role: 'manager' };
    const [change, ...others] = fieldChanges(erased, erased);
    expect(others).toEqual([]);
    expect(change?.path).toBe('name');
    expect([change?.before, change?.after].map((text) => unreadableCause(text ?? ''))).toEqual([
      'erased',
      'erased',
    ]);
    expect(unreadableCause('erased')).toBeNull();
  });

  it('says what was done to what, and by whom', () => {
    expect(splitAction('sla_term.changed')).toEqual({ entity: 'sla_term', done: 'changed' });
    const lin = { kind: 'person', name: 'Lin (Wei)', role: 'manager' };
    const entry = {
      actor: 'Lin (Wei) (manager)',
      actorKind: 'person',
      personId: 7,
      actorName: null,
    } as const;
    expect(actorOf(entry)).toEqual(lin);
    expect(actorOf({ ...entry, actorKind: null })).toEqual(lin);
    const renamed = { ...entry, actorName: 'Lin Zhou' };
    expect(actorOf(renamed)).toEqual({ ...lin, name: 'Lin Zhou' });
    expect(actorText({ ...renamed, actor: 'person 7 (manager)' })).toBe('Lin Zhou (manager)');
    const job = {
      actor: 'job evaluate',
      actorKind: 'job',
      personId: null,
      actorName: null,
    } as const;
    expect(actorOf(job)).toEqual({ kind: 'job', job: 'evaluate' });
    expect(actorOf({ ...job, actorKind: null })).toEqual({ kind: 'job', job: 'evaluate' });
    const command = {
      actor: 'command line',
      actorKind: 'command',
      personId: null,
      actorName: null,
    } as const;
    expect(actorOf(command)).toEqual({ kind: 'command' });
    expect(actorOf({ ...command, actor: 'visitor', actorKind: null })).toEqual({ kind: 'visitor' });
  });

  it('takes nobody for a job because of a name', () => {
    const named = { kind: 'person', name: 'job evaluate', role: 'vendor' };
    const entry = { actor: 'job evaluate (vendor)', personId: 7, actorName: null };
    for (const actorKind of ['person', null] as const)
      expect(actorOf({ ...entry, actorKind })).toEqual(named);
  });
});
