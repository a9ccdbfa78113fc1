import type { Scope } from '~/auth/act';
import type { PackFigure, PackPart, PackSection } from '~/packs/section';
import { figuresOf } from '~/packs/show-value';
import type { Reader } from '~db/store.server';
import { packOf } from './pack-queries.server';

type Place = { part: PackPart; sectionId: string; figureId: string | null };

/** What a comment is about. */
export type Subject = { section: Pick<PackSection, 'id' | 'part'>; figure: PackFigure | null };

/**
 * The section of a part of a frozen pack, and its figure, that a reader points at; null where the part has none, or they
 * do not see it. Both parts may have a section and a figure of the same name: only the part that is named is looked in.
 */
export async function subjectOfComment(
  reader: Reader,
  scope: Scope,
  reviewId: number,
  { part, sectionId, figureId }: Place,
): Promise<Subject | null> {
  const kept = await packOf(reader, scope, reviewId, part);
  const section = kept?.pack.sections.find(({ id }) => id === sectionId);
  if (!section) return null;
  const place = { id: section.id, part };
  if (figureId === null) return { section: place, figure: null };
  const figure = figuresOf([section]).find(({ id }) => id === figureId);
  return figure ? { section: place, figure } : null;
}
