import { z } from 'zod';
import { choice, optionalId, optionalText, requiredDate, requiredText } from '~/shared/fields';
import { actionSides } from './action';

const LONGEST_NAME = 120;

/** Who does it and by when; one of our side is a person, one of the vendor's is named. */
export const moveFields = z.object({
  side: choice(actionSides),
  ownerId: optionalId(),
  ownerName: optionalText(LONGEST_NAME),
  dueOn: requiredDate(),
});

/** What moving an action takes: who and when anew, and why where its source asks. */
export const movedFields = moveFields.extend({ reason: optionalText(2000) });

/** A new promise: what, who and by when, and the measure that it is to move by its key. */
export const promiseFields = moveFields.extend({
  title: requiredText(400),
  measure: optionalText(80),
});

/** The owner as it is stored: a person of ours, or a name on the vendor's side. */
export function ownerOf({
  side,
  ownerId,
  ownerName,
}: Pick<z.output<typeof moveFields>, 'side' | 'ownerId' | 'ownerName'>) {
  return side === 'ours' ? { side, ownerId, ownerName: null } : { side, ownerId: null, ownerName };
}
