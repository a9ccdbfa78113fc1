import { id, instant, ref, table, text, uniqueIndex } from '../columns';
import { people } from './auth';

/** A question to a list that a person asks often, under a name of their own. */
export const savedViews = table(
  'saved_views',
  {
    id: id(),
    personId: ref()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The list's path, such as `/breaches`. */
    list: text().notNull(),
    name: text().notNull(),
    /** Search, filters and sort as the list's URL holds them; without the page. */
    search: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('saved_views_name').on(t.personId, t.list, t.name)],
);
