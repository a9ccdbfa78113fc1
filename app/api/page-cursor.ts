import { z } from 'zod';

/** Where a page of a list ended: the order it was read in, and the last row by that order and by its id. */
export type PageCursor = { sort: string; value: string | number; id: string };

const written = z.tuple([z.string(), z.union([z.string(), z.number()]), z.string()]);

/** The cursor as a program carries it from one page to the next: safe in a URL, and nothing to be read from. */
export function writeCursor({ sort, value, id }: PageCursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([sort, value, id]));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The cursor of a page; null where the text is none of ours. */
export function readCursor(text: string): PageCursor | null {
  try {
    const raw = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(raw, (character) => character.charCodeAt(0));
    const read = written.safeParse(
      JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
    );
    if (!read.success) return null;
    const [sort, value, id] = read.data;
    return { sort, value, id };
  } catch {
    return null;
  }
}
