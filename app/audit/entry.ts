import { keptList } from '~/shared/kept-list';
import { isUnreadable, type UnreadableCause } from '~/privacy/sealed';

/** A change as the audit trail keeps it: `action` in the portal's words (`report.accepted`), before and after as data. */
export type Change = {
  action: string;
  entity: string;
  entityId: string | number;
  vendorId?: number | null;
  before?: unknown;
  after?: unknown;
};

/** JSON with its keys in order, so that the same entry has the same text on every engine. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(
      Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
    );
  });
}

type Fields = Record<string, unknown>;

/** The fields in which a record becomes another, before and after; null where nothing changes. */
export function changedFields(
  before: Fields,
  after: Fields,
): { before: Fields; after: Fields } | null {
  const changed = Object.keys(after).filter(
    (name) => canonical(before[name] ?? null) !== canonical(after[name] ?? null),
  );
  if (changed.length === 0) return null;
  const pick = (from: Fields) =>
    Object.fromEntries(changed.map((name) => [name, from[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}

/** One field of an entry as a reader compares it; the path of a nested one is joined by dots. */
export type FieldChange = { path: string; before: string | null; after: string | null };

/** What an entry says, field by field; only those that differ where there is a before and an after. */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const [old, young] = [flattened(before), flattened(after)];
  const paths = [...new Set([...old.keys(), ...young.keys()])];
  const both = before !== null && after !== null;
  return paths
    .map((path) => ({ path, before: old.get(path) ?? null, after: young.get(path) ?? null }))
    .filter(
      ({ before: was, after: is }) => !both || was !== is || unreadableCause(is ?? '') !== null,
    );
}

/** Stands for a value that can't be opened: no text that is typed begins with it. */
const UNREADABLE = '\u0000';

/** Why the text of a field can't be read; null for one that can. */
export function unreadableCause(text: string): UnreadableCause | null {
  return text.startsWith(UNREADABLE) ? (text.slice(UNREADABLE.length) as UnreadableCause) : null;
}

function flattened(
  value: unknown,
  path = '',
  into = new Map<string, string>(),
): Map<string, string> {
  if (value === null || value === undefined) {
    return into;
  } else if (isUnreadable(value)) {
    into.set(path, `${UNREADABLE}${value.unreadable}`);
  } else if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) {
    if (value.length > 0) into.set(path, keptList(value.map(String)));
  } else if (typeof value === 'object') {
    for (const [name, part] of Object.entries(value))
      flattened(part, path === '' ? name : `${path}.${name}`, into);
  } else {
    into.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return into;
}

/** The kind of record and what was done to it: `vendor.amended` is `vendor` and `amended`. */
export function splitAction(action: string): { entity: string; done: string } {
  const [entity = '', ...rest] = action.split('.');
  return { entity, done: rest.join('.') };
}

/** Who can act: somebody signed in, somebody at the door, a job of the clock, the command line. */
export type ActorKind = 'person' | 'visitor' | 'job' | 'command';

/**
 * What an entry keeps of who acted, and what a person is called today; older ones say no kind, and hold the name of then.
 */
export type KeptActor = {
  actor: string;
  actorKind: ActorKind | null;
  personId: number | null;
  actorName: string | null;
};

/**
 * Who acted. The kind is the one that was kept, never read from a name, which people choose themselves; of an entry from
 * before kinds were kept, whoever has a person's id is a person.
 */
export function actorOf(
  entry: KeptActor,
):
  | { kind: 'person'; name: string; role: string }
  | { kind: 'job'; job: string }
  | { kind: 'command' | 'visitor' } {
  const { actor, actorName } = entry;
  const kind = entry.actorKind ?? (entry.personId === null ? olderKind(actor) : 'person');
  switch (kind) {
    case 'command':
    case 'visitor':
      return { kind };
    case 'job':
      return { kind, job: actor.replace(/^job /, '') };
    case 'person': {
      const match = /^(.*) \((\w+)\)$/.exec(actor);
      return { kind, name: actorName ?? match?.[1] ?? actor, role: match?.[2] ?? '' };
    }
  }
}

/** Who acted as files say it: a person by name and role, everything else as the trail keeps it. */
export function actorText(entry: KeptActor): string {
  const who = actorOf(entry);
  return who.kind === 'person' ? `${who.name} (${who.role})` : entry.actor;
}

function olderKind(actor: string): ActorKind {
  if (actor === 'command line') return 'command';
  if (actor === 'visitor') return 'visitor';
  return actor.startsWith('job ') ? 'job' : 'person';
}
