import {
  boolean,
  date,
  decimal,
  id,
  index,
  instant,
  integer,
  json,
  ref,
  table,
  text,
  uniqueIndex,
} from '../columns';
import { markets } from './markets';
import { services, vendors } from './vendors';
import type { Cause } from '../../app/fallback/cause';
import { sql } from 'drizzle-orm';

/** Who could take over: a snapshot of a day, readable for ever. One open proposal a vendor, service and market. */
export const proposals = table(
  'proposals',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id),
    serviceId: ref()
      .notNull()
      .references(() => services.id),
    marketId: ref().references(() => markets.id),
    /** The market's id, or 0 for the service as a whole: what makes an open proposal the only one. */
    marketKey: ref().notNull(),
    state: text(['open', 'accepted', 'split', 'rejected']).notNull(),
    asOf: date().notNull(),
    snapshot: json<Record<string, unknown>>().notNull(),
    candidateCount: integer().notNull(),
    leaderId: ref(),
    leaderScore: decimal(),
    createdAt: instant().notNull(),
    /** Who asked for it on demand: somebody else decides. */
    askedBy: ref(),
    decidedAt: instant(),
    decidedBy: ref(),
    decisionReason: text(),
  },
  (t) => [
    uniqueIndex('proposals_open')
      .on(t.vendorId, t.serviceId, t.marketKey)
      .where(sql`state = 'open'`),
    index('proposals_state').on(t.state, t.createdAt),
    index('proposals_vendor').on(t.vendorId),
  ],
);

/**
 * Where the vendor offered anything on the days on which a proposal was ranked: whose reach the proposal lies in, whatever
 * the vendor offers since.
 */
export const proposalPlaces = table(
  'proposal_places',
  {
    id: id(),
    proposalId: ref()
      .notNull()
      .references(() => proposals.id, { onDelete: 'cascade' }),
    marketId: ref()
      .notNull()
      .references(() => markets.id),
    /** By an offering with which it provided the proposal's service, rather than one of another service or to stand by. */
    provided: boolean().notNull(),
  },
  (t) => [
    uniqueIndex('proposal_places_once').on(t.proposalId, t.marketId, t.provided),
    index('proposal_places_market').on(t.marketId),
  ],
);

/** What an open proposal said before it was ranked again: kept to be read. */
export const earlierRankings = table(
  'earlier_rankings',
  {
    id: id(),
    proposalId: ref()
      .notNull()
      .references(() => proposals.id, { onDelete: 'cascade' }),
    asOf: date().notNull(),
    snapshot: json<Record<string, unknown>>().notNull(),
    replacedAt: instant().notNull(),
  },
  (t) => [index('earlier_rankings_proposal').on(t.proposalId, t.replacedAt)],
);

/** Why a proposal was made; later causes join the open one. */
export const proposalCauses = table(
  'proposal_causes',
  {
    id: id(),
    proposalId: ref()
      .notNull()
      .references(() => proposals.id, { onDelete: 'cascade' }),
    kind: text([
      'critical_breach',
      'repeat_trigger',
      'contract_ending',
      'critical_risk',
      'on_demand',
    ]).notNull(),
    /** What makes two causes the same one. */
    key: text().notNull(),
    cause: json<Cause>().notNull(),
    breachId: ref(),
    contractId: ref(),
    riskId: ref(),
    personId: ref(),
    joinedOn: date().notNull(),
  },
  (t) => [
    uniqueIndex('proposal_causes_once').on(t.proposalId, t.key),
    index('proposal_causes_key').on(t.key),
    index('proposal_causes_breach').on(t.breachId),
  ],
);

/** How an accepted candidate takes over: its share, and when the shares were changed. Steps are actions. */
export const switchPlans = table(
  'switch_plans',
  {
    id: id(),
    proposalId: ref()
      .notNull()
      .references(() => proposals.id, { onDelete: 'cascade' }),
    candidateId: ref()
      .notNull()
      .references(() => vendors.id),
    sharePercent: decimal().notNull(),
    state: text(['running', 'done', 'abandoned']).notNull(),
    startedOn: date().notNull(),
    finishedOn: date(),
    /** Why it was abandoned. */
    reason: text(),
  },
  (t) => [
    index('switch_plans_proposal').on(t.proposalId),
    index('switch_plans_candidate').on(t.candidateId),
  ],
);

/** A service and market that nobody could take over: open until a proposal finds a candidate. */
export const sourcingGaps = table(
  'sourcing_gaps',
  {
    id: id(),
    proposalId: ref()
      .notNull()
      .references(() => proposals.id, { onDelete: 'cascade' }),
    serviceId: ref().notNull(),
    marketId: ref(),
    openedOn: date().notNull(),
    closedOn: date(),
  },
  (t) => [
    index('sourcing_gaps_proposal').on(t.proposalId),
    index('sourcing_gaps_service').on(t.serviceId, t.closedOn),
  ],
);
