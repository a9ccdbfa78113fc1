import { z } from 'zod';
import { requiredWhole } from '~/shared/fields';
import type { TierQuestion } from './tier';

const answer = () => requiredWhole({ min: 1, max: 3 });

/** The four answers, 1 to 3 each. */
export const tierAnswers = z.object({
  spend: answer(),
  criticality: answer(),
  dataAccess: answer(),
  replaceability: answer(),
} satisfies Record<TierQuestion, ReturnType<typeof answer>>);

export type TierAnswers = z.output<typeof tierAnswers>;
