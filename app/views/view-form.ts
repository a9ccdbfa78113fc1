import { z } from 'zod';
import { field, requiredText } from '~/shared/fields';
import { questionOf } from './view';

const LONGEST_SEARCH = 2000;
const LIST = /^\/[a-z-]+(\/[a-z-]+)*$/;

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
