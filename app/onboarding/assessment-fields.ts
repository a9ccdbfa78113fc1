import { z } from 'zod';
import { choice, requiredDate, requiredDecimal, requiredText } from '~/shared/fields';
import { assessmentResults } from './assessment';

/** The recorded result of one scoring: total of 0 to 100, what it means, and until when it speaks for the vendor. */
export const assessmentFields = z
  .object({
    scorecard: requiredText(120),
    total: requiredDecimal({ min: 0, max: 100 }),
    result: choice(assessmentResults),
    assessedOn: requiredDate(),
    validUntil: requiredDate(),
  })
  .superRefine(({ assessedOn, validUntil }, context) => {
    if (validUntil < assessedOn)
      context.addIssue({ code: 'custom', message: 'ends_before_start', path: ['validUntil'] });
  });
