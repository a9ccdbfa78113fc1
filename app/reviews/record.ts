import { addBusinessDays } from '~/shared/calendar';
import type { PackRating } from '~/packs/section';
import type { ReviewState } from './review';

/** What a side brings to a review of its own. */
export const itemKinds = ['item', 'suggestion'] as const;

/** A consequence changes the vendor's standing; any other decision is one of the work. */
export const decisionKinds = ['decision', 'consequence'] as const;

/** Signed, signed with a comment that objects, or taken as signed when the vendor's days had passed. */
export const signatureStates = ['signed', 'objected', 'lapsed'] as const;
export type SignatureState = (typeof signatureStates)[number];

export type Side = 'ours' | 'vendor';
/** Business days that the vendor has to sign the record or to object to it. */
const SIGNING_DAYS = 5;
/** Hours after the meeting within which the draft of its record is there. */
export const DRAFT_HOURS = 24;

/** What is written in the meeting can be mended until its record goes out. */
export function isRecordOpen(state: ReviewState): boolean {
  return state === 'meeting' || state === 'held';
}

type Dated = { state: ReviewState; commentsUntil: string; today: string };

/**
 * Whether a side may still comment on the pack and bring items. The vendor does so from the freeze to its date, our side
 * until the record goes out.
 */
export function mayContribute(side: Side, { state, commentsUntil, today }: Dated): boolean {
  if (side === 'vendor') return state === 'frozen' && today <= commentsUntil;
  return state === 'planned' || state === 'frozen' || isRecordOpen(state);
}

/** The last day on which the vendor can sign or object: five business days after the record went out. */
export function signBy(sentOn: string, holidays: readonly string[] = []): string {
  return addBusinessDays(sentOn, SIGNING_DAYS, holidays);
}

type Owned = { side: Side; ownerId: number | null; ownerName: string | null };

/** Actions that nobody is named for: a review is not signed while there is one. */
export function withoutOwner<Action extends Owned>(actions: readonly Action[]): Action[] {
  return actions.filter(({ side, ownerId, ownerName }) =>
    side === 'ours' ? ownerId === null : ownerName === null,
  );
}

/** A rating is overruled where the meeting's is not the one of the pack; that takes a reason. */
export function isOverruled(computed: PackRating | null, rating: PackRating): boolean {
  return computed !== rating;
}

/** A record is signed when both sides stand to it, be it by silence or under protest. */
export function isSignedBy(sides: readonly Side[]): boolean {
  return sides.includes('ours') && sides.includes('vendor');
}
