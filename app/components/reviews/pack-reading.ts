import { createContext, useContext } from 'react';
import type { PackSource, PackValue, SectionId } from '~/packs/section';

export type PackComment = {
  id: number;
  sectionId: string;
  figureId: string | null;
  side: 'ours' | 'vendor';
  internal: boolean;
  text: string;
  person: string | null;
  writtenAt: string;
};

/** What stands beside a pack where it is read: who reads it, what was said of it, and what was restated since. */
export type PackReading = {
  reviewId: number;
  isVendor: boolean;
  mayComment: boolean;
  comments: readonly PackComment[];
  /** What the store says now of figures that were frozen otherwise. */
  restated: ReadonlyMap<string, PackValue>;
};

export const PackContext = createContext<PackReading>({
  reviewId: 0,
  isVendor: true,
  mayComment: false,
  comments: [],
  restated: new Map(),
});

export function usePackReading(): PackReading {
  return useContext(PackContext);
}

/** Places that a vendor's people open; the source of a figure elsewhere is named and not linked. */
const VENDORS_PLACES =
  /^\/(actions|breaches|company|contracts|credits|performance|reports|reviews|statements)(\/|\?|$)/;

/** Where the source of a figure leads its reader; null where they can't follow. */
export function sourceHref(source: PackSource | null, isVendor: boolean): string | null {
  if (source === null) return null;
  return !isVendor || VENDORS_PLACES.test(source.path) ? source.path : null;
}

/** The form in which a figure, or a section as a whole, is commented on. */
export function commentHref(reviewId: number, sectionId: SectionId, figureId?: string): string {
  const query = new URLSearchParams({ section: sectionId, ...(figureId && { figure: figureId }) });
  return `/reviews/${reviewId}/comments/new?${query.toString()}`;
}

/** What an address may hold after `#` for a figure. */
export function figureAnchor(figureId: string): string {
  return `figure-${figureId.replaceAll(/[^\w-]+/g, '-')}`;
}
