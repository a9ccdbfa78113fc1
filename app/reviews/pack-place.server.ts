import type { Scope } from '~/auth/act';
import type { PackFigure, PackSection } from '~/packs/section';
import { figuresOf } from '~/packs/show-value';
import type { Reader } from '~db/store.server';
import { packOf } from './pack-queries.server';

type Place = { sectionId: string; figureId: string | null };

/** The section of a frozen pack, and its figure, that a reader points at; null where the pack that they see has none. */
export async function subjectOfComment(
  reader: Reader,
  scope: Scope,
  reviewId: number,
  { sectionId, figureId }: Place,
): Promise<{ section: Pick<PackSection, 'id' | 'part'>; figure: PackFigure | null } | null> {
  const kept = [
    await packOf(reader, scope, reviewId, 'shared'),
    await packOf(reader, scope, reviewId, 'internal'),
  ];
  const sections = kept.flatMap((one) => one?.pack.sections ?? []);
  const named = sections.filter(({ id }) => id === sectionId);
  const [first] = named;
  if (!first) return null;
  if (figureId === null) return { section: { id: first.id, part: first.part }, figure: null };
  for (const section of named) {
    const figure = figuresOf([section]).find(({ id }) => id === figureId);
    if (figure) return { section: { id: section.id, part: section.part }, figure };
  }
  return null;
}
