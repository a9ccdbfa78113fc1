import { z } from 'zod';
import { promiseFields } from '~/actions/action-fields';
import { choice, optionalId, requiredText } from '~/shared/fields';
import { admissionDecisions } from './admission';

export const admissionFields = z.object({
  decision: choice(admissionDecisions),
  reason: requiredText(4000),
  scoringId: optionalId(),
});

/** A condition: what, who and by when. Lines left wholly empty are none. */
export const conditionFields = promiseFields;
