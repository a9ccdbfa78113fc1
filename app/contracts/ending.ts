import { z } from 'zod';
import { readFields, requiredDate, requiredText } from '~/shared/fields';
import type { Outcome } from '~/shared/outcome';

const endingFields = z.object({ lastDay: requiredDate(), reason: requiredText(500) });

/** The last day of a contract or a term and why, as a form sends them. */
export function readEnding(input: unknown): Outcome<{ lastDay: string; reason: string }> {
  return readFields(endingFields, input);
}
