import { z } from 'zod';
import { choice, requiredDate, requiredId, requiredText } from '~/shared/fields';
import { scoringCauses, remarkKinds, rulings } from './scoring';

const LONGEST_TEXT = 4000;

/** Which template, why, and by when assessors hand in. */
export const openFields = z.object({
  versionId: requiredId(),
  cause: choice(scoringCauses),
  dueOn: requiredDate(),
});

/** What was agreed on a criterion, and why. */
export const settlementFields = z.object({
  points: requiredText(40),
  reason: requiredText(LONGEST_TEXT),
});

export const remarkFields = z.object({
  kind: choice(remarkKinds),
  text: requiredText(LONGEST_TEXT),
});

export const rulingFields = z.object({
  ruling: choice(rulings),
  reason: requiredText(LONGEST_TEXT),
});
