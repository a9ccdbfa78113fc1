import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import { completeAction } from '~/actions/complete-action.server';
import { measureKey } from '~/actions/measure';
import { measuresOf } from '~/actions/measure-queries.server';
import { everything } from '~/auth/act';
import { actionSources } from '~/desk/action-sources.server';
import { agendaItems } from '~/packs/section';
import { figuresOf } from '~/packs/show-value';
import { addComment } from '~/reviews/add-comment.server';
import { addDecision } from '~/reviews/add-decision.server';
import { addItem } from '~/reviews/add-item.server';
import { closeMeeting } from '~/reviews/close-meeting.server';
import { openMeeting } from '~/reviews/open-meeting.server';
import { packOf } from '~/reviews/pack-queries.server';
import { promiseReviewAction } from '~/reviews/promise-review-action.server';
import { saveNote } from '~/reviews/save-note.server';
import { sendRecord } from '~/reviews/send-record.server';
import { confirmRatings, settleRating } from '~/reviews/settle-rating.server';
import { objectToRecord, signReview } from '~/reviews/sign-review.server';
import { addDays } from '~/shared/calendar';
import { actions } from '~db/schema/actions';
import { reviewSignatures } from '~db/schema/review-records';
import { reviews } from '~db/schema/reviews';
import { vendors } from '~db/schema/vendors';
import type { Cast } from './load-people';
import { vendorPeople } from './people';
import {
  contributions,
  lateToAct,
  meetingTexts,
  objections,
  overruled,
  silent,
  slowToAct,
} from './review-stories';
import { actOf, mustBeDone, type Player, type Portal } from './step';

type Review = { id: number; vendorId: number; vendor: string; quarter: number };
type State = (typeof reviews.$inferSelect)['state'];

const VENDOR_DAYS = 45;
const OUR_DAYS = 30;
/** Days after which carriers sign a record, and after its due day call an action done. */
const SIGNED_AFTER = 2;
const DONE_AFTER = 5;

async function reviewsIn({ store }: Portal, state: State): Promise<(Review & Dates)[]> {
  return store.read
    .select({
      id: reviews.id,
      vendorId: vendors.id,
      vendor: vendors.code,
      quarter: reviews.quarter,
      meetsAt: reviews.meetsAt,
      frozenAt: reviews.frozenAt,
      heldAt: reviews.heldAt,
      sentAt: reviews.recordSentAt,
    })
    .from(reviews)
    .innerJoin(vendors, eq(vendors.id, reviews.vendorId))
    .where(eq(reviews.state, state))
    .orderBy(vendors.code, reviews.quarter);
}
type Dates = {
  meetsAt: string;
  frozenAt: string | null;
  heldAt: string | null;
  sentAt: string | null;
};

const isOf =
  ({ vendor, quarter }: Review) =>
  (story: { vendor: string; quarter: number }) =>
    story.vendor === vendor && story.quarter === quarter;

/** What carriers say of the packs that were frozen three days ago. */
export async function contribute(portal: Portal, cast: Cast, at: string): Promise<void> {
  const day = addDays(at.slice(0, 10), -3);
  for (const review of await reviewsIn(portal, 'frozen')) {
    const said = contributions.find(isOf(review));
    if (!said || review.frozenAt?.slice(0, 10) !== day) continue;
    const act = actOf(personOf(cast, review.vendor), at);
    const comment = { part: 'shared', ...said.comment, figureId: '', internal: false };
    mustBeDone(await addComment(portal.store, act, review.id, comment), 'comment on a pack');
    const item = { kind: 'suggestion', ...said.suggestion };
    mustBeDone(await addItem(portal.store, act, review.id, item), 'suggest something');
  }
}

/** Holds the meetings that begin at an instant: notes, ratings, decisions and actions. */
export async function holdMeetings(portal: Portal, cast: Cast, at: string): Promise<void> {
  for (const review of await reviewsIn(portal, 'frozen'))
    if (review.meetsAt === at) await hold(portal, cast, review, at);
}

async function hold(portal: Portal, cast: Cast, review: Review, at: string): Promise<void> {
  const { store } = portal;
  const act = actOf(cast.insiders.martin, at);
  const texts = meetingTexts[vendorPeople[review.vendor]?.locale ?? 'en'];
  const reviewId = review.id;
  mustBeDone(await openMeeting(store, act, reviewId), 'begin a meeting');
  for (const agenda of agendaItems) {
    if (agenda !== 'sla' && agenda !== 'incidents' && agenda !== 'actions') continue;
    const note = { text: texts[agenda], version: 0 };
    mustBeDone(await saveNote(store, act, { reviewId, agenda }, note), 'take a note');
  }
  const other = overruled.find(isOf(review));
  if (other) mustBeDone(await settleRating(store, act, reviewId, other), 'overrule a rating');
  mustBeDone(await confirmRatings(store, act, reviewId), 'confirm ratings');
  const { rating, kpis } = await ratingsOf(portal, reviewId);
  const decision =
    (other?.rating ?? rating) === 'inadequate'
      ? { agenda: 'escalations', kind: 'consequence', text: texts.consequence }
      : { agenda: 'incidents', kind: 'decision', text: texts.decision };
  mustBeDone(await addDecision(store, act, reviewId, decision), 'decide something');
  const code = kpis.find((each) => texts.promises[each] !== undefined);
  if (code !== undefined)
    mustBeDone(
      await promiseReviewAction(store, act, reviewId, {
        title: texts.promises[code],
        measure: await measureFor(portal, review.vendorId, code),
        side: 'vendor',
        ownerName: `Alex Sample (${review.vendor})`,
        dueOn: addDays(at.slice(0, 10), VENDOR_DAYS),
      }),
      'promise an action',
    );
  mustBeDone(
    await promiseReviewAction(store, act, reviewId, {
      title: texts.ours,
      side: 'ours',
      ownerId: String(cast.insiders.lan.personId),
      dueOn: addDays(at.slice(0, 10), OUR_DAYS),
    }),
    'promise an action of ours',
  );
  mustBeDone(await closeMeeting(store, act, reviewId), 'end a meeting');
}

/** The key of a KPI that a carrier promised for all its flights. */
async function measureFor({ store }: Portal, vendorId: number, code: string): Promise<string> {
  const measures = await measuresOf(store.read, vendorId);
  const whole = measures.find(({ kpi, market }) => kpi.code === code && market === null);
  return whole ? measureKey(whole) : '';
}

/** The overall rating of a pack, and the codes of the KPIs that are not good, the worst first. */
async function ratingsOf({ store }: Portal, reviewId: number) {
  const kept = await packOf(store.read, everything, reviewId, 'shared');
  const order = ['inadequate', 'improve', 'approaching'];
  const rated = figuresOf(kept?.pack.sections ?? []).flatMap(({ id, from, value }) =>
    value.kind === 'rating' && value.rating !== null && from === kept?.pack.quarter
      ? [{ id, rating: value.rating }]
      : [],
  );
  return {
    rating: rated.find(({ id }) => id === 'overall')?.rating ?? null,
    kpis: rated
      .filter(({ id, rating }) => id.startsWith('kpis/') && order.includes(rating))
      .sort((a, b) => order.indexOf(a.rating) - order.indexOf(b.rating))
      .map(({ id }) => id.split('/')[1] ?? ''),
  };
}

/** Sends the records of the meetings held before the day, and signs them for our side. */
export async function sendRecords(portal: Portal, cast: Cast, at: string): Promise<void> {
  for (const { id, heldAt } of await reviewsIn(portal, 'held')) {
    if (heldAt === null || heldAt.slice(0, 10) >= at.slice(0, 10)) continue;
    const act = actOf(cast.insiders.martin, at);
    mustBeDone(await sendRecord(portal.store, act, id), 'send a record');
    mustBeDone(await signReview(portal.store, act, id, { comment: '' }), 'sign a record');
  }
}

/** Carriers sign the records that came two days ago; one objects, one never answers. */
export async function signRecords(portal: Portal, cast: Cast, at: string): Promise<void> {
  const { store } = portal;
  const day = addDays(at.slice(0, 10), -SIGNED_AFTER);
  const signed = await store.read
    .select({ id: reviewSignatures.reviewId })
    .from(reviewSignatures)
    .where(eq(reviewSignatures.side, 'vendor'));
  const done = new Set(signed.map(({ id }) => id));
  for (const review of await reviewsIn(portal, 'recorded')) {
    if (silent.includes(review.vendor) || done.has(review.id)) continue;
    if (review.sentAt === null || review.sentAt.slice(0, 10) > day) continue;
    const act = actOf(personOf(cast, review.vendor), at);
    const objection = objections.find(isOf(review));
    mustBeDone(
      objection
        ? await objectToRecord(store, act, review.id, { comment: objection.comment })
        : await signReview(store, act, review.id, { comment: '' }),
      `sign the record of ${review.vendor}`,
    );
  }
}

/** Both sides call done what was due some days ago; a few carriers do not, or late. */
export async function doReviewActions(portal: Portal, cast: Cast, at: string): Promise<void> {
  const { store } = portal;
  const due = await store.read
    .select({
      id: actions.id,
      side: actions.side,
      dueOn: actions.dueOn,
      vendor: vendors.code,
    })
    .from(actions)
    .innerJoin(vendors, eq(vendors.id, actions.vendorId))
    .where(
      and(
        inArray(actions.origin, ['review']),
        isNull(actions.doneAt),
        isNull(actions.cancelledAt),
        lte(actions.dueOn, addDays(at.slice(0, 10), -DONE_AFTER)),
      ),
    )
    .orderBy(vendors.code, actions.dueOn, actions.id);
  const day = at.slice(0, 10);
  for (const { id, side, vendor, dueOn } of due) {
    if (side === 'vendor' && slowToAct.includes(vendor)) continue;
    const doneFrom = addDays(dueOn ?? day, side === 'vendor' ? (lateToAct[vendor] ?? 0) : 0);
    if (doneFrom > day) continue;
    const player = side === 'vendor' ? personOf(cast, vendor) : cast.insiders.lan;
    mustBeDone(await completeAction(store, actOf(player, at), id, actionSources), 'do an action');
  }
}

function personOf({ carriers }: Cast, vendor: string): Player {
  const person = carriers.get(vendor);
  if (!person) throw new Error(`nobody answers for ${vendor}`);
  return person;
}
