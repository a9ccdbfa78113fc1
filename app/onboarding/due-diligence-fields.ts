import { z } from 'zod';
import { choice, optionalDate, requiredDate, requiredText } from '~/shared/fields';
import { checkResults } from './due-diligence';

/** What a reviewer says: the result, what was found or why it does not apply, when, and until when it holds. */
export const resultFields = z
  .object({
    result: choice(checkResults),
    finding: requiredText(4000),
    reviewedOn: requiredDate(),
    expiresOn: optionalDate(),
  })
  .superRefine(({ reviewedOn, expiresOn }, context) => {
    if (expiresOn !== null && expiresOn <= reviewedOn)
      context.addIssue({ code: 'custom', message: 'ends_before_start', path: ['expiresOn'] });
  });

export const reasonFields = z.object({ reason: requiredText(2000) });
