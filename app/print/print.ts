import type { PrintedDocument } from './printed-document';
import type { SlideDeck } from './slide-deck';

/** What can be printed: pages as PDF, or slides as PPTX. */
export type Printable = PrintedDocument | SlideDeck;

/** Renders what it is given; the server does it in a thread of its own. */
export type Print = (printable: Printable) => Promise<Uint8Array>;

export function isDeck(printable: Printable): printable is SlideDeck {
  return 'topics' in printable;
}
