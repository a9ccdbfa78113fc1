import { z } from 'zod';
import { field, requiredText } from '~/shared/fields';

/** A person keeps at most this many views of all lists together. */
export const MOST_VIEWS = 60;

const LONGEST_SEARCH = 2000;
const LIST = /^\/[a-z-]+(\/[a-z-]+)*$/;

/** The question of a list without what does not belong to it: the page that the reader happened to be on. */
export function questionOf(search: string): string {
  const params = new URLSearchParams(search);
  params.delete('page');
  params.sort();
  return params.toString();
}

/** A list is one of this portal's own pages, so that a view never leads elsewhere. */
const listField = () =>
  field((text) => (LIST.test(text) && text.length <= 100 ? { value: text } : { code: 'invalid' }));

const searchField = () =>
  field((text) =>
    text.length > LONGEST_SEARCH
      ? { code: 'too_long', params: { max: LONGEST_SEARCH } }
      : { value: questionOf(text) },
  );

/** A view as it is saved: which list, what it is called, up to 60 characters, and what is asked. */
export const viewFields = z.object({
  list: listField(),
  name: requiredText(60),
  search: searchField(),
});

export type SavedView = { id: number; list: string; name: string; search: string };

/** Where a view leads. */
export function viewHref({ list, search }: Pick<SavedView, 'list' | 'search'>): string {
  return search === '' ? list : `${list}?${search}`;
}
