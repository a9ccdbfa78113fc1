import { asc, eq } from 'drizzle-orm';
import { prepared } from '~db/prepared';
import { savedViews } from '~db/schema/views';
import type { Reader } from '~db/store.server';
import type { SavedView } from './view';

const savedBy = prepared(['personId'], (reader, { personId }) =>
  reader
    .select({
      id: savedViews.id,
      list: savedViews.list,
      name: savedViews.name,
      search: savedViews.search,
    })
    .from(savedViews)
    .where(eq(savedViews.personId, personId))
    .orderBy(asc(savedViews.name), asc(savedViews.id)),
);

/** Everything that a person has saved, by name. */
export async function viewsOf(reader: Reader, personId: number): Promise<SavedView[]> {
  return savedBy(reader, { personId });
}
