import { personIdOf, type Act } from '~/auth/act';
import { isMarked, isPersonal } from '~/privacy/marking';
import { attemptMonth } from '~/privacy/retention';
import { seal, unseal } from '~/privacy/seal.server';
import {
  isSealed,
  partsOfSealed,
  sealedOfText,
  sealedText,
  type Sealed,
  type Unreadable,
} from '~/privacy/sealed';
import {
  keysById,
  keysFor,
  subjectName,
  type Subject,
  type SubjectKey,
} from '~/privacy/subject-keys.server';
import type { Reader, Tx } from '~db/store.server';
import type { Change } from './entry';

type Document = Record<string, unknown>;

/** What an act's entries hold of people, sealed: the address that the actor came from, and the marked fields of changes. */
export type SealedAct = { address: string | null; changes: { before: unknown; after: unknown }[] };

/** Seals what is personal in the changes of an act; a subject's first entry gives it its key. */
export async function sealAct(tx: Tx, act: Act, changes: readonly Change[]): Promise<SealedAct> {
  const address = 'address' in act.actor ? act.actor.address : null;
  const actor = actorSubject(act);
  const holding = changes.filter((change) => holdsPersonal(change)).map(subjectOf);
  const subjects = address === null ? holding : [actor, ...holding];
  const keys = await keysFor(tx, subjects, act.now.toISOString());
  const actorKey = keys.get(subjectName(actor));
  return {
    address:
      address !== null && actorKey ? sealedText(sealWith(actorKey, ADDRESS, address)) : address,
    changes: changes.map((change) => {
      const key = keys.get(subjectName(subjectOf(change)));
      const sealed = (part: unknown) => (key ? sealDocument(key, change.entity, part) : part);
      return { before: sealed(change.before ?? null), after: sealed(change.after ?? null) };
    }),
  };
}

/** The address of an entry is bound to its place as fields are. */
const ADDRESS = 'entry/address';

/** Whose key the actor's address is sealed under: the person's, for strangers the month's, which ends by itself. */
function actorSubject(act: Act): Subject {
  const personId = personIdOf(act);
  return personId === null
    ? { entity: 'visitor', entityId: attemptMonth(act.now.toISOString()) }
    : { entity: 'person', entityId: String(personId) };
}

function subjectOf({ entity, entityId }: Change): Subject {
  return { entity, entityId: String(entityId) };
}

function holdsPersonal({ entity, before, after }: Change): boolean {
  return (
    isMarked(entity) && [before, after].some((part) => personalFields(entity, part).length > 0)
  );
}

function personalFields(entity: string, part: unknown): [string, unknown][] {
  if (!isDocument(part)) return [];
  return Object.entries(part).filter(
    ([field, value]) => isPersonal(entity, field) && value !== null && value !== undefined,
  );
}

function sealDocument(key: SubjectKey, entity: string, part: unknown): unknown {
  if (!isDocument(part)) return part;
  const sealed = personalFields(entity, part).map(
    ([field, value]) => [field, sealWith(key, `${entity}/${field}`, value)] as const,
  );
  return { ...part, ...Object.fromEntries(sealed) };
}

function sealWith({ id, key }: SubjectKey, about: string, value: unknown): Sealed {
  return { sealed: `${id}.${seal(key, about, value)}` };
}

function isDocument(part: unknown): part is Document {
  return part !== null && typeof part === 'object' && !Array.isArray(part);
}

type Kept = { entity: string; before: unknown; after: unknown; address: string | null };

/** An entry whose personal values were opened, or say why they can't be. */
export type Unsealed<Entry extends Kept> = Omit<Entry, 'address'> & {
  address: string | Unreadable | null;
};

/**
 * Entries as those read them who may: marked fields and the actor's address opened. What can't be opened says why, in the
 * place of the value; entries from before anything was sealed stay as they were written.
 */
export async function unsealEntries<Entry extends Kept>(
  reader: Reader,
  entries: readonly Entry[],
): Promise<Unsealed<Entry>[]> {
  const keys = await keysById(reader, [...new Set(entries.flatMap(keyIds))]);
  return entries.map((entry) => ({
    ...entry,
    before: openDocument(keys, entry.entity, entry.before),
    after: openDocument(keys, entry.entity, entry.after),
    address: openAddress(keys, entry.address),
  }));
}

type Keys = ReadonlyMap<number, Buffer | null>;

function keyIds({ before, after, address }: Kept): number[] {
  const ofAddress = address === null ? null : sealedOfText(address);
  const ofFields = [before, after].flatMap((part) =>
    isDocument(part) ? Object.values(part).filter(isSealed) : [],
  );
  return [...ofFields, ...(ofAddress ? [ofAddress] : [])].map(
    (value) => partsOfSealed(value).keyId,
  );
}

function openDocument(keys: Keys, entity: string, part: unknown): unknown {
  if (!isDocument(part)) return part;
  return Object.fromEntries(
    Object.entries(part).map(([field, value]) => [
      field,
      isSealed(value) ? openValue(keys, `${entity}/${field}`, value) : value,
    ]),
  );
}

function openAddress(keys: Keys, address: string | null): string | Unreadable | null {
  const sealed = address === null ? null : sealedOfText(address);
  return sealed ? (openValue(keys, ADDRESS, sealed) as string | Unreadable) : address;
}

function openValue(keys: Keys, about: string, value: Sealed): unknown {
  const { keyId, text } = partsOfSealed(value);
  const key = keys.get(keyId);
  if (key === undefined) return { unreadable: 'erased' } satisfies Unreadable;
  const opened = key === null ? undefined : unseal(key, about, text);
  return opened === undefined ? ({ unreadable: 'locked' } satisfies Unreadable) : opened;
}
