/** A note that waits in the browser until the portal has it: the text, and the version that it was written upon. */
export type KeptNote = { text: string; version: number };

export function keptNoteKey(reviewId: number, agenda: string): string {
  return `mainstay.review.${reviewId}.${agenda}`;
}

/** What a browser kept; null where there is nothing, or nothing that can be read. */
export function readKeptNote(text: string | null): KeptNote | null {
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null) return null;
    if (!('text' in kept) || typeof kept.text !== 'string') return null;
    if (!('version' in kept) || typeof kept.version !== 'number') return null;
    return { text: kept.text, version: kept.version };
  } catch {
    return null;
  }
}

/** Two texts in one, the other's first: nothing of either is left out, and what both hold at their start stands once. */
export function putTogether(theirs: string, mine: string): string {
  const [first, second] = [theirs.split('\n'), mine.split('\n')];
  let shared = 0;
  while (shared < first.length && shared < second.length && first[shared] === second[shared])
    shared += 1;
  const rest = second.slice(shared);
  return rest.length === 0 ? theirs : [...first, ...rest].join('\n');
}
