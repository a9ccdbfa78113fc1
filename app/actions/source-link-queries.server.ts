import { desc, inArray } from 'drizzle-orm';
import { switchPlans } from '~db/schema/fallback';
import { breaches } from '~db/schema/cases';
import type { Reader } from '~db/store.server';
import type { ActionOrigin } from './action';

type Sourced = { id: number; origin: ActionOrigin; originId: number; vendorId: number };

/** The page of the record that each action came from, by the action's key; for readers who may open it. */
export async function sourceLinks(
  reader: Reader,
  rows: readonly Sourced[],
): Promise<Map<number, string>> {
  const of = (origin: ActionOrigin) =>
    rows.filter((row) => row.origin === origin).map(({ originId }) => originId);
  const breachOf = await latestBreaches(reader, of('breach'));
  const proposalOf = await proposalsOf(reader, of('switch'));
  const link = ({ origin, originId, vendorId }: Sourced): string | null => {
    switch (origin) {
      case 'breach':
        return path('/breaches', breachOf.get(originId));
      case 'switch':
        return path('/proposals', proposalOf.get(originId));
      case 'review':
        return path('/reviews', originId);
      case 'assessment':
      case 'risk':
      case 'agreement':
        return path('/vendors', vendorId);
    }
  };
  return new Map(
    rows.flatMap((row) => {
      const href = link(row);
      return href === null ? [] : [[row.id, href] as const];
    }),
  );
}

function path(place: string, id: number | undefined): string | null {
  return id === undefined ? null : `${place}/${id}`;
}

async function latestBreaches(reader: Reader, caseIds: number[]): Promise<Map<number, number>> {
  if (caseIds.length === 0) return new Map();
  const rows = await reader
    .select({ caseId: breaches.caseId, id: breaches.id })
    .from(breaches)
    .where(inArray(breaches.caseId, [...new Set(caseIds)]))
    .orderBy(desc(breaches.period));
  return new Map(rows.reverse().map(({ caseId, id }) => [caseId, id]));
}

async function proposalsOf(reader: Reader, planIds: number[]): Promise<Map<number, number>> {
  if (planIds.length === 0) return new Map();
  const rows = await reader
    .select({ id: switchPlans.id, proposalId: switchPlans.proposalId })
    .from(switchPlans)
    .where(inArray(switchPlans.id, [...new Set(planIds)]));
  return new Map(rows.map(({ id, proposalId }) => [id, proposalId]));
}
