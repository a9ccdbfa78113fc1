import { z } from 'zod';
import { choice, requiredDate, requiredDecimal, requiredText } from '~/shared/fields';

/** What a scoring can come to, the best first. */
export const assessmentResults = ['qualified', 'conditional', 'disqualified'] as const;
export type AssessmentResult = (typeof assessmentResults)[number];

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

/** An assessment speaks for the vendor from its day to its last valid day, both included. */
export function isAssessmentValid(
  { assessedOn, validUntil }: { assessedOn: string; validUntil: string },
  asOf: string,
): boolean {
  return assessedOn <= asOf && asOf <= validUntil;
}
