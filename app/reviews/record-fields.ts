import { z } from 'zod';
import { choice, optionalText, requiredText } from '~/shared/fields';
import { agendaItems, packParts, packRatings, sectionIds } from '~/packs/section';
import { itemKinds, decisionKinds } from './record';

const LONGEST_TEXT = 4000;
const LONGEST_NOTE = 40_000;

export const commentFields = z.object({
  part: choice(packParts),
  sectionId: choice(sectionIds),
  figureId: optionalText(200),
  text: requiredText(LONGEST_TEXT),
});
export const itemFields = z.object({
  kind: choice(itemKinds),
  title: requiredText(200),
  details: optionalText(LONGEST_TEXT),
});
export const decisionFields = z.object({
  agenda: choice(agendaItems),
  kind: choice(decisionKinds),
  text: requiredText(LONGEST_TEXT),
});
export const ratingFields = z.object({
  figureId: requiredText(200),
  rating: choice(packRatings),
  reason: optionalText(LONGEST_TEXT),
});
export const signatureFields = z.object({ comment: optionalText(LONGEST_TEXT) });
export const objectionFields = z.object({ comment: requiredText(LONGEST_TEXT) });

/** A note of the meeting as it is typed, with the version that the writer had before their eyes (0: none yet). */
export const noteFields = z.object({
  text: z.string().max(LONGEST_NOTE),
  version: z.coerce.number().int().min(0),
});
