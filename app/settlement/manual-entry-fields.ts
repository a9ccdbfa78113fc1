import { z } from 'zod';
import { choice, field, requiredDecimal, requiredText } from '~/shared/fields';
import { parsePeriod } from '~/shared/period';
import { manualKinds } from './manual-kind';

const LONGEST_TEXT = 2000;

/** A bonus or penalty as somebody proposes it: for which month, how much, why, and what shows it. */
export const manualEntryFields = z.object({
  kind: choice(manualKinds),
  period: field((text) => {
    const period = parsePeriod(text);
    if (text === '') return { code: 'required' };
    return period === null ? { code: 'not_a_month' } : { value: period };
  }),
  amount: requiredDecimal({ min: 0 }),
  reason: requiredText(LONGEST_TEXT),
  evidence: requiredText(LONGEST_TEXT),
});
