import { createContext, useContext } from 'react';
import type { PackPart, PackSection, PackSource, PackValue } from '~/packs/section';

export type PackComment = {
  id: number;
  part: PackPart;
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

/** A section of a part: both parts may have one of the same name. */
export type PackPlace = Pick<PackSection, 'id' | 'part'>;

/** The form in which a figure, or a section as a whole, is commented on. */
export function commentHref(reviewId: number, { id, part }: PackPlace, figureId?: string): string {
  const query = new URLSearchParams({
    section: id,
    ...(figureId && { figure: figureId }),
    ...(part === 'internal' && { part }),
  });
  return `/reviews/${reviewId}/comments/new?${query.toString()}`;
}

/** What an address may hold after `#` for a section, or for a figure in it. */
export function placeAnchor({ id, part }: PackPlace, figureId?: string): string {
  const name = figureId === undefined ? `section-${id}` : `figure-${figureId}`;
  return `${part === 'internal' ? 'internal-' : ''}${name.replaceAll(/[^\w-]+/g, '-')}`;
}

/** What was said of a figure, or of a section as a whole, in the part where it stands. */
export function commentsOn(
  comments: readonly PackComment[],
  { id, part }: PackPlace,
  figureId: string | null,
): PackComment[] {
  return comments.filter(
    (one) => one.part === part && one.sectionId === id && one.figureId === figureId,
  );
}
