import { and, asc, eq, gte, isNull, lte } from 'drizzle-orm';
import type { PackContributor } from '~/packs/contributor.server';
import { onDate, sourceAt, words, written } from '~/packs/pack-value';
import { inQuarter } from '~/packs/quarter';
import type { PackSection } from '~/packs/section';
import { reviewComments, reviewDecisions, reviewItems } from '~db/schema/review-records';
import { reviews } from '~db/schema/reviews';
import type { Reader } from '~db/store.server';

type Request = Parameters<PackContributor>[1];

/** Of a pack: what the vendor suggests, what was decided at the reviews before, and what we noted among ourselves. */
export const reviewSections: PackContributor = async (reader, request) => [
  ...suggestions(await suggested(reader, request)),
  ...decisions(await decided(reader, request)),
  ...notes(await noted(reader, request)),
];

/** The vendor's reviews of the quarters of the pack. */
const ofPack = ({ vendorId, firstPeriod, quarter }: Request) =>
  and(
    eq(reviews.vendorId, vendorId),
    gte(reviews.quarter, firstPeriod),
    lte(reviews.quarter, quarter),
  );

const about = { reviewId: reviews.id, quarter: reviews.quarter };

async function suggested(reader: Reader, request: Request) {
  return reader
    .select({ ...about, title: reviewItems.title, details: reviewItems.details })
    .from(reviewItems)
    .innerJoin(reviews, eq(reviews.id, reviewItems.reviewId))
    .where(
      and(
        ofPack(request),
        eq(reviewItems.kind, 'suggestion'),
        eq(reviewItems.side, 'vendor'),
        isNull(reviewItems.withdrawnAt),
        lte(reviewItems.writtenAt, request.asOf),
      ),
    )
    .orderBy(asc(reviewItems.writtenAt), asc(reviewItems.id));
}

async function decided(reader: Reader, request: Request) {
  return reader
    .select({ ...about, text: reviewDecisions.text, at: reviewDecisions.decidedAt })
    .from(reviewDecisions)
    .innerJoin(reviews, eq(reviews.id, reviewDecisions.reviewId))
    .where(
      and(
        ofPack(request),
        isNull(reviewDecisions.withdrawnAt),
        lte(reviewDecisions.decidedAt, request.asOf),
      ),
    )
    .orderBy(asc(reviewDecisions.decidedAt), asc(reviewDecisions.id));
}

async function noted(reader: Reader, request: Request) {
  return reader
    .select({ ...about, text: reviewComments.text, at: reviewComments.writtenAt })
    .from(reviewComments)
    .innerJoin(reviews, eq(reviews.id, reviewComments.reviewId))
    .where(
      and(
        ofPack(request),
        eq(reviewComments.internal, true),
        lte(reviewComments.writtenAt, request.asOf),
      ),
    )
    .orderBy(asc(reviewComments.writtenAt), asc(reviewComments.id));
}

function sourceOf({ reviewId }: { reviewId: number }) {
  return sourceAt(`/reviews/${reviewId}`, words('packs:source.review'));
}

function suggestions(rows: Awaited<ReturnType<typeof suggested>>): PackSection[] {
  if (rows.length === 0) return [];
  return [
    {
      id: 'suggestions',
      part: 'shared',
      agenda: 'escalations',
      exceptions: [],
      blocks: [
        {
          kind: 'table',
          title: words('packs:suggestions.title'),
          columns: [
            { words: words('packs:column.review') },
            { words: words('packs:column.suggestion') },
            { words: words('packs:column.details') },
          ],
          rows: rows.map((row) => ({
            source: sourceOf(row),
            cells: [inQuarter(row.quarter), written(row.title), written(row.details ?? '')],
          })),
          empty: words('packs:suggestions.none'),
        },
      ],
    },
  ];
}

function decisions(rows: Awaited<ReturnType<typeof decided>>): PackSection[] {
  if (rows.length === 0) return [];
  return [
    {
      id: 'actions',
      part: 'shared',
      agenda: 'actions',
      exceptions: [],
      blocks: [
        {
          kind: 'table',
          title: words('packs:actions.decisions'),
          columns: [
            { words: words('packs:column.review') },
            { words: words('packs:column.day') },
            { words: words('packs:column.decision') },
          ],
          rows: rows.map((row) => ({
            source: sourceOf(row),
            cells: [inQuarter(row.quarter), onDate(row.at.slice(0, 10)), written(row.text)],
          })),
          empty: words('packs:actions.none'),
        },
      ],
    },
  ];
}

function notes(rows: Awaited<ReturnType<typeof noted>>): PackSection[] {
  if (rows.length === 0) return [];
  return [
    {
      id: 'internal_notes',
      part: 'internal',
      agenda: 'escalations',
      exceptions: [],
      blocks: [
        {
          kind: 'table',
          title: words('packs:notes.onReviews'),
          columns: [
            { words: words('packs:column.review') },
            { words: words('packs:column.day') },
            { words: words('packs:column.note') },
          ],
          rows: rows.map((row) => ({
            source: sourceOf(row),
            cells: [inQuarter(row.quarter), onDate(row.at.slice(0, 10)), written(row.text)],
          })),
          empty: words('packs:notes.none'),
        },
      ],
    },
  ];
}
