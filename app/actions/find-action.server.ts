import { and, eq, inArray, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { actions } from '~db/schema/actions';
import type { Reader } from '~db/store.server';
import { originsShownToVendors } from './action';

export type Action = typeof actions.$inferSelect;

/** The actions that a scope sees: an outsider's are those of its own side that we share with vendors. */
export function actionsWithin(scope: Scope): SQL | undefined {
  return and(
    scope.kind === 'everything' ? undefined : withinScope(scope, actions.vendorId),
    scope.kind === 'vendor'
      ? and(eq(actions.side, 'vendor'), inArray(actions.origin, [...originsShownToVendors]))
      : undefined,
  );
}

/** One action; null when it is not there or not for this scope. */
export async function findAction(
  reader: Reader,
  scope: Scope,
  actionId: number,
): Promise<Action | null> {
  const [row] = await reader
    .select()
    .from(actions)
    .where(and(eq(actions.id, actionId), actionsWithin(scope)));
  return row ?? null;
}
