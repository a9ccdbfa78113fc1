/** What can be found, in the order in which hits are shown. */
export const hitKinds = [
  'place',
  'vendor',
  'contract',
  'report',
  'breach',
  'proposal',
  'service',
  'kpi',
  'person',
] as const;
export type HitKind = (typeof hitKinds)[number];

/** One thing that was found: what it is called, what tells it from its namesakes, and where it is. */
export type Hit = { title: string; detail: string | null; href: string };

export type HitGroup = { kind: HitKind; hits: Hit[] };

/** Hits of a kind at most; the kind's own list shows the rest. */
export const HITS_OF_A_KIND = 5;

/** Shorter texts find places alone: a single letter is in every name. */
const LEAST_LETTERS = 2;

/** Whether a text is worth asking the store for; one Chinese character is a word already. */
export function isWorthSearching(text: string): boolean {
  return text.length >= LEAST_LETTERS || /\p{Script=Han}/u.test(text);
}

/** Places whose name holds the text, whatever its case; all of them for an empty text. */
export function placesNamed(places: readonly Hit[], text: string): Hit[] {
  const wanted = text.toLowerCase();
  return places.filter(({ title }) => title.toLowerCase().includes(wanted));
}

/** The groups in which something was found, in their order. */
export function groupsFound(found: Partial<Record<HitKind, Hit[]>>): HitGroup[] {
  return hitKinds.flatMap((kind) => {
    const hits = found[kind] ?? [];
    return hits.length > 0 ? [{ kind, hits }] : [];
  });
}
