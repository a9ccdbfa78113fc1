import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import { actorText } from '~/audit/entry';
import { unsealEntries } from '~/audit/sealed-entries.server';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { proposalsWithin } from '~/fallback/proposal-reach.server';
import { isUnreadable } from '~/privacy/sealed';
import { reviewsWithin } from '~/reviews/find-review.server';
import { formatPeriod } from '~/shared/period';
import { auditEntries } from '~db/schema/audit';
import { people } from '~db/schema/auth';
import { proposals } from '~db/schema/fallback';
import { markets } from '~db/schema/markets';
import { reviewRatings } from '~db/schema/review-records';
import { reviews } from '~db/schema/reviews';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { afterLast, exportTable, noRows, type Ask, type TableRows } from './export-table.server';

const CHUNK = 2000;

/** Who could have taken over and what was decided; the ranking itself stands in the proposal's page. */
export const proposalRows: TableRows<ProposalRow> = {
  columns: {
    vendor: (row) => row.vendor,
    service: (row) => row.service,
    market: (row) => row.market,
    as_of: (row) => row.asOf,
    state: (row) => row.state,
    candidates: (row) => row.candidates,
    leader: (row) => row.leader,
    decided: (row) => row.decidedAt,
    decision_reason: (row) => row.decisionReason,
  },
  read: (reader, scope, ask) => readProposals(reader, scope, ask),
};

export const proposalTable = exportTable(proposalRows.columns, (reader, scope) =>
  scope.kind === 'vendor'
    ? noRows()
    : afterLast(CHUNK, (last: ProposalRow | undefined) =>
        proposalRows.read(reader, scope, {
          where: gt(proposals.id, last?.id ?? 0),
          orderBy: [asc(proposals.id)],
          limit: CHUNK,
        }),
      ),
);

export type ProposalRow = Awaited<ReturnType<typeof readProposals>>[number];

async function readProposals(reader: Reader, scope: Scope, { where, orderBy, limit }: Ask) {
  const query = reader
    .select({
      id: proposals.id,
      vendor: vendors.code,
      service: services.code,
      market: markets.code,
      asOf: proposals.asOf,
      state: proposals.state,
      candidates: proposals.candidateCount,
      leader: sql<string | null>`(select l.code from vendors l where l.id = ${proposals.leaderId})`,
      decidedAt: proposals.decidedAt,
      decisionReason: proposals.decisionReason,
    })
    .from(proposals)
    .innerJoin(vendors, eq(vendors.id, proposals.vendorId))
    .innerJoin(services, eq(services.id, proposals.serviceId))
    .leftJoin(markets, eq(markets.id, proposals.marketId))
    .where(and(where, proposalsWithin(scope)))
    .orderBy(...orderBy)
    .$dynamic();
  return limit === undefined ? query : query.limit(limit);
}

type AuditRow = Awaited<ReturnType<typeof entriesAfter>>[number];

/** Every change in its order, with the hashes that chain them. */
export const auditTable = exportTable<AuditRow>(
  {
    sequence: (row) => row.entry.sequence,
    at: (row) => row.entry.at,
    actor: (row) => actorText(row.entry),
    actor_kind: (row) => row.entry.actorKind,
    address: (row) => plainAddress(row.entry.address),
    action: (row) => row.entry.action,
    entity: (row) => row.entry.entity,
    entity_id: (row) => row.entry.entityId,
    vendor: (row) => row.vendor,
    before: (row) => documentOf(row.entry.before),
    after: (row) => documentOf(row.entry.after),
    previous_hash: (row) => row.entry.previousHash,
    hash: (row) => row.entry.hash,
  },
  (reader, scope) =>
    scope.kind === 'vendor'
      ? noRows()
      : afterLast(CHUNK, (last: AuditRow | undefined) =>
          entriesAfter(reader, scope, last?.entry.sequence ?? 0),
        ),
);

async function entriesAfter(reader: Reader, scope: Scope, sequence: number) {
  const rows = await reader
    .select({ entry: auditEntries, actorName: people.name, vendor: vendors.code })
    .from(auditEntries)
    .leftJoin(people, eq(people.id, auditEntries.personId))
    .leftJoin(vendors, eq(vendors.id, auditEntries.vendorId))
    .where(
      and(
        gt(auditEntries.sequence, sequence),
        scope.kind === 'everything' ? undefined : withinScope(scope, auditEntries.vendorId),
      ),
    )
    .orderBy(asc(auditEntries.sequence))
    .limit(CHUNK);
  const entries = await unsealEntries(
    reader,
    rows.map(({ entry, actorName }) => ({ ...entry, actorName })),
  );
  return entries.map((entry, index) => ({ entry, vendor: rows[index]?.vendor ?? null }));
}

/** Why an address can't be read stands in its place. */
function plainAddress(address: AuditRow['entry']['address']): string | null {
  return isUnreadable(address) ? address.unreadable : address;
}

function documentOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null;
}

/**
 * Every review with its rating, as decided in the meeting, else by the figures of the pack. What was decided a vendor
 * learns with the record.
 */
export const reviewRows: TableRows<ReviewRow> = {
  columns: {
    vendor: (row) => row.vendor,
    quarter: (row) => formatPeriod(row.review.quarter),
    state: (row) => row.review.state,
    owner: (row) => row.owner,
    meets: (row) => row.review.meetsAt,
    time_zone: (row) => row.review.timeZone,
    frozen: (row) => row.review.frozenAt,
    held: (row) => row.review.heldAt,
    record_sent: (row) => row.review.recordSentAt,
    signed: (row) => row.review.signedAt,
    cancelled: (row) => row.review.cancelledAt,
    rating: (row) => row.decided ?? row.review.computedRating,
  },
  read: (reader, scope, ask) => readReviews(reader, scope, ask),
};

export const reviewTable = exportTable(reviewRows.columns, (reader, scope) =>
  afterLast(CHUNK, (last: ReviewRow | undefined) =>
    reviewRows.read(reader, scope, {
      where: gt(reviews.id, last?.review.id ?? 0),
      orderBy: [asc(reviews.id)],
      limit: CHUNK,
    }),
  ),
);

export type ReviewRow = Awaited<ReturnType<typeof readReviews>>[number];

async function readReviews(reader: Reader, scope: Scope, { where, orderBy, limit }: Ask) {
  const query = reader
    .select({
      review: reviews,
      vendor: vendors.code,
      owner: people.name,
      decided: reviewRatings.rating,
    })
    .from(reviews)
    .innerJoin(vendors, eq(vendors.id, reviews.vendorId))
    .leftJoin(people, eq(people.id, reviews.ownerId))
    .leftJoin(
      reviewRatings,
      and(
        eq(reviewRatings.reviewId, reviews.id),
        eq(reviewRatings.figureId, 'overall'),
        scope.kind === 'vendor' ? isNotNull(reviews.recordSentAt) : undefined,
      ),
    )
    .where(and(where, reviewsWithin(scope)))
    .orderBy(...orderBy)
    .$dynamic();
  return limit === undefined ? query : query.limit(limit);
}
