import { and, eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { personIdOf, type Act } from '~/auth/act';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { savedViews } from '~db/schema/views';
import type { Store } from '~db/store.server';
import { MOST_VIEWS, type SavedView } from './view';
import { viewFields } from './view-form';

/** Keeps a list's question under a name; the same name for the same list takes the new question. */
export async function saveView(store: Store, act: Act, input: unknown): Promise<Outcome> {
  const fields = readFields(viewFields, input);
  const personId = personIdOf(act);
  if (!fields.ok) return fields;
  if (personId === null) return refused('not_found');
  const { list, name, search } = fields.value;
  return store.transact(async (tx) => {
    const own = await tx.select().from(savedViews).where(eq(savedViews.personId, personId));
    const before = own.find((view) => view.list === list && view.name === name);
    if (!before && own.length >= MOST_VIEWS)
      return refused('too_many_views', { max: MOST_VIEWS }, 'name');
    const id = before?.id ?? randomId();
    const createdAt = act.now.toISOString();
    if (before) await tx.update(savedViews).set({ search }).where(eq(savedViews.id, id));
    else await tx.insert(savedViews).values({ id, personId, ...fields.value, createdAt });
    await record(tx, act, {
      action: 'view.saved',
      entity: 'view',
      entityId: id,
      ...(before && { before: { list, name, search: before.search } }),
      after: fields.value,
    });
    return done();
  });
}

/** Forgets one of the person's own views, and says what it was. */
export async function removeView(
  store: Store,
  act: Act,
  viewId: number,
): Promise<Outcome<SavedView>> {
  const personId = personIdOf(act);
  if (personId === null) return refused('not_found');
  return store.transact(async (tx) => {
    const [before] = await tx
      .delete(savedViews)
      .where(and(eq(savedViews.id, viewId), eq(savedViews.personId, personId)))
      .returning();
    if (!before) return refused('not_found');
    await record(tx, act, { action: 'view.removed', entity: 'view', entityId: viewId, before });
    return done(before);
  });
}
