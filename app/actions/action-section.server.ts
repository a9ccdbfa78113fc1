import { and, asc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm';
import type { PackContributor } from '~/packs/contributor.server';
import { addDays } from '~/shared/calendar';
import { actions } from '~db/schema/actions';
import { people } from '~db/schema/auth';
import { actionSections } from './pack-actions';

/** How long before the freeze an action counts as done since the last review. */
const DONE_WITHIN_DAYS = 92;

/** Of a pack: what was promised and is open, with its age, and what was done since the last time. */
export const actionsOfPack: PackContributor = async (
  reader,
  { vendorId, today, asOf, quarter },
) => {
  const rows = await reader
    .select({
      action: actions,
      owner: sql<string | null>`coalesce(${people.name}, ${actions.ownerName})`,
    })
    .from(actions)
    .leftJoin(people, eq(people.id, actions.ownerId))
    .where(
      and(
        eq(actions.vendorId, vendorId),
        isNull(actions.cancelledAt),
        lte(actions.createdAt, asOf),
        or(isNull(actions.doneAt), gte(actions.doneAt, addDays(today, -DONE_WITHIN_DAYS))),
      ),
    )
    .orderBy(sql`${asc(actions.dueOn)} nulls last`, asc(actions.createdAt), asc(actions.id));
  return actionSections(
    rows.map(({ action, owner }) => ({ ...action, owner })),
    { vendorId, today, quarter },
  );
};
