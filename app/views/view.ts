/** A person keeps at most this many views of all lists together. */
export const MOST_VIEWS = 60;

/** The question of a list without what does not belong to it: the page that the reader happened to be on. */
export function questionOf(search: string): string {
  const params = new URLSearchParams(search);
  params.delete('page');
  params.sort();
  return params.toString();
}

export type SavedView = { id: number; list: string; name: string; search: string };

/** Where a view leads. */
export function viewHref({ list, search }: Pick<SavedView, 'list' | 'search'>): string {
  return search === '' ? list : `${list}?${search}`;
}
