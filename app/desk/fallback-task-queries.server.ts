import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { dayOf, type Scope } from '~/auth/act';
import { proposalsWithin } from '~/fallback/proposal-reach.server';
import { nameFor } from '~/shared/named';
import { actions } from '~db/schema/actions';
import { proposals, sourcingGaps, switchPlans } from '~db/schema/fallback';
import { markets } from '~db/schema/markets';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { usuallyBy, withPlace, type Task } from './task';

const MOST = 200;

type Place = {
  serviceEn: string;
  serviceZh: string;
  marketEn: string | null;
  marketZh: string | null;
};

const place = {
  serviceEn: services.nameEn,
  serviceZh: services.nameZh,
  marketEn: markets.nameEn,
  marketZh: markets.nameZh,
};

/** A service and where, in the reader's language. */
function placeName({ serviceEn, serviceZh, marketEn, marketZh }: Place, locale: string): string {
  const service = nameFor({ nameEn: serviceEn, nameZh: serviceZh }, locale);
  const market =
    marketEn === null ? null : nameFor({ nameEn: marketEn, nameZh: marketZh ?? marketEn }, locale);
  return withPlace(service, market, locale);
}

/** Proposals that wait for a decision. */
export async function proposalsToDecide(
  reader: Reader,
  scope: Scope,
  locale: string,
): Promise<Task[]> {
  const rows = await reader
    .select({
      id: proposals.id,
      createdAt: proposals.createdAt,
      vendor: vendors.name,
      leader: sql<string | null>`(select l.name from vendors l where l.id = ${proposals.leaderId})`,
      ...place,
    })
    .from(proposals)
    .innerJoin(vendors, eq(vendors.id, proposals.vendorId))
    .innerJoin(services, eq(services.id, proposals.serviceId))
    .leftJoin(markets, eq(markets.id, proposals.marketId))
    .where(and(eq(proposals.state, 'open'), proposalsWithin(scope)))
    .orderBy(asc(proposals.createdAt), asc(proposals.id))
    .limit(MOST);
  return rows.map(({ id, createdAt, vendor, leader, ...where }) => ({
    kind: 'proposal_decision',
    key: `proposal:${id}`,
    href: `/proposals/${id}`,
    dueOn: usuallyBy('proposal_decision', dayOf(new Date(createdAt))),
    period: null,
    params: { vendor, leader: leader ?? '', place: placeName(where, locale) },
  }));
}

/** Steps of running switches that our side has to take. */
export async function switchSteps(reader: Reader, scope: Scope, locale: string): Promise<Task[]> {
  const rows = await reader
    .select({
      id: actions.id,
      step: actions.step,
      dueOn: actions.dueOn,
      proposalId: switchPlans.proposalId,
      vendor: vendors.name,
      ...place,
    })
    .from(actions)
    .innerJoin(switchPlans, eq(switchPlans.id, actions.originId))
    .innerJoin(proposals, eq(proposals.id, switchPlans.proposalId))
    .innerJoin(vendors, eq(vendors.id, switchPlans.candidateId))
    .innerJoin(services, eq(services.id, proposals.serviceId))
    .leftJoin(markets, eq(markets.id, proposals.marketId))
    .where(
      and(
        eq(actions.origin, 'switch'),
        eq(actions.side, 'ours'),
        isNull(actions.doneAt),
        isNull(actions.cancelledAt),
        eq(switchPlans.state, 'running'),
        proposalsWithin(scope),
      ),
    )
    .orderBy(asc(actions.dueOn), asc(actions.position))
    .limit(MOST);
  return rows.map(({ id, step, dueOn, proposalId, vendor, ...where }) => ({
    kind: 'switch_step',
    key: `step:${id}`,
    href: `/proposals/${proposalId}`,
    dueOn,
    period: null,
    params: { vendor, step: step ?? '', place: placeName(where, locale) },
  }));
}

/** Services and markets that nobody could take over. */
export async function openGaps(reader: Reader, scope: Scope, locale: string): Promise<Task[]> {
  const rows = await reader
    .select({ id: sourcingGaps.id, proposalId: proposals.id, vendor: vendors.name, ...place })
    .from(sourcingGaps)
    .innerJoin(proposals, eq(proposals.id, sourcingGaps.proposalId))
    .innerJoin(vendors, eq(vendors.id, proposals.vendorId))
    .innerJoin(services, eq(services.id, sourcingGaps.serviceId))
    .leftJoin(markets, eq(markets.id, sourcingGaps.marketId))
    .where(and(isNull(sourcingGaps.closedOn), proposalsWithin(scope)))
    .orderBy(asc(sourcingGaps.openedOn), asc(sourcingGaps.id))
    .limit(MOST);
  return rows.map(({ id, proposalId, vendor, ...where }) => ({
    kind: 'sourcing_gap',
    key: `gap:${id}`,
    href: `/proposals/${proposalId}`,
    dueOn: null,
    period: null,
    params: { vendor, place: placeName(where, locale) },
  }));
}
