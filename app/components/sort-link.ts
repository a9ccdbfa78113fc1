import { changedSearch, type ListQuery } from '~/shared/list-query';
import type { Column } from './DataTable';

/** A column by which a list can be sorted, as a link: the direction it has, and the one that following the link gives. */
export type SortLink = { now: 'asc' | 'desc' | null; next: 'asc' | 'desc'; href: string };

/** The link that sorts a list by a column; null where it can't. Figures start from the largest, words from A. */
export function sortLink<Row>(
  { sort, align }: Pick<Column<Row>, 'sort' | 'align'>,
  query: ListQuery | undefined,
  search: string,
): SortLink | null {
  if (!query || sort === undefined) return null;
  const now = query.sort === sort ? query.dir : null;
  const isDown = now === null ? align === 'end' : now === 'asc';
  return {
    now,
    next: isDown ? 'desc' : 'asc',
    href: changedSearch(search, { sort: isDown ? `-${sort}` : sort }),
  };
}
