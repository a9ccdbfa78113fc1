/** What a scoring can come to, the best first. */
export const assessmentResults = ['qualified', 'conditional', 'disqualified'] as const;
export type AssessmentResult = (typeof assessmentResults)[number];

/** An assessment speaks for the vendor from its day to its last valid day, both included. */
export function isAssessmentValid(
  { assessedOn, validUntil }: { assessedOn: string; validUntil: string },
  asOf: string,
): boolean {
  return assessedOn <= asOf && asOf <= validUntil;
}
