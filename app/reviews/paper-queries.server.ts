import { and, asc, eq, isNull } from 'drizzle-orm';
import { actionState } from '~/actions/action';
import { dayOf, type Scope } from '~/auth/act';
import type { PackPart } from '~/packs/section';
import { portalAddress } from '~/settings/setting-queries.server';
import { actions } from '~db/schema/actions';
import { people } from '~db/schema/auth';
import {
  reviewDecisions,
  reviewNotes,
  reviewRatings,
  reviewSignatures,
} from '~db/schema/review-records';
import type { Reader } from '~db/store.server';
import { findReview } from './find-review.server';
import { packOf } from './pack-queries.server';
import type { Paper } from './paper';
import type { PaperAdditions } from './paper-additions';
import type { PaperRecord } from './paper-record';
import { commentsOf, itemsOf } from './record-queries.server';
import { restatementsOf } from './restatement-queries.server';

/**
 * A part of a review's frozen pack with all that its papers say; an outsider finds the shared part alone, and the record
 * once it is out. Null before the freeze and out of scope.
 */
export async function findPaper(
  reader: Reader,
  scope: Scope,
  reviewId: number,
  { part, now }: { part: PackPart; now: Date },
): Promise<Paper | null> {
  const isOutside = scope.kind === 'vendor';
  const kept = await packOf(reader, scope, reviewId, isOutside ? 'shared' : part);
  const found = await findReview(reader, scope, reviewId);
  if (!kept || !found) return null;
  const { review, owner } = found;
  const isOut = isOutside ? review.recordSentAt !== null : review.heldAt !== null;
  const { meetsAt, timeZone, place } = review;
  return {
    ...kept,
    review: { meetsAt, timeZone, place, owner: owner?.name ?? null },
    record: isOut ? await readRecord(reader, reviewId, dayOf(now)) : null,
    additions: await readAdditions(reader, scope, reviewId, { part: kept.pack.part, now }),
    address: await portalAddress(reader),
  };
}

/**
 * What was added to a part since it was frozen. In the shared part's papers stands what the vendor may read, whoever asks
 * for them; in those of the internal part what we said among ourselves.
 */
async function readAdditions(
  reader: Reader,
  scope: Scope,
  reviewId: number,
  { part, now }: { part: PackPart; now: Date },
): Promise<PaperAdditions> {
  const isInternal = part === 'internal';
  const comments = await commentsOf(reader, scope, reviewId);
  return {
    askedOn: dayOf(now),
    restated: isInternal ? new Map() : await restatementsOf(reader, scope, reviewId, now),
    comments: comments.filter(({ internal }) => internal === isInternal),
    items: isInternal ? [] : await itemsOf(reader, reviewId),
  };
}

async function readRecord(reader: Reader, reviewId: number, today: string): Promise<PaperRecord> {
  const ratings = await reader
    .select()
    .from(reviewRatings)
    .where(eq(reviewRatings.reviewId, reviewId))
    .orderBy(asc(reviewRatings.id));
  const notes = await reader
    .select({ agenda: reviewNotes.agenda, text: reviewNotes.text })
    .from(reviewNotes)
    .where(eq(reviewNotes.reviewId, reviewId));
  const decisions = await reader
    .select({ kind: reviewDecisions.kind, text: reviewDecisions.text })
    .from(reviewDecisions)
    .where(and(eq(reviewDecisions.reviewId, reviewId), isNull(reviewDecisions.withdrawnAt)))
    .orderBy(asc(reviewDecisions.decidedAt), asc(reviewDecisions.id));
  const promised = await reader
    .select({ action: actions, person: people.name })
    .from(actions)
    .leftJoin(people, eq(people.id, actions.ownerId))
    .where(
      and(
        eq(actions.origin, 'review'),
        eq(actions.originId, reviewId),
        isNull(actions.cancelledAt),
      ),
    )
    .orderBy(asc(actions.position), asc(actions.createdAt), asc(actions.id));
  const signatures = await reader
    .select({ signature: reviewSignatures, person: people.name })
    .from(reviewSignatures)
    .leftJoin(people, eq(people.id, reviewSignatures.personId))
    .where(eq(reviewSignatures.reviewId, reviewId))
    .orderBy(asc(reviewSignatures.signedAt));
  return {
    ratings,
    notes,
    decisions,
    actions: promised.map(({ action, person }) => ({
      title: action.title,
      owner: person ?? action.ownerName,
      side: action.side,
      dueOn: action.dueOn,
      state: actionState(action, today),
    })),
    signatures: signatures.map(({ signature: { side, state, comment, signedAt }, person }) => ({
      ...{ side, state, comment, person },
      signedOn: signedAt.slice(0, 10),
    })),
  };
}
