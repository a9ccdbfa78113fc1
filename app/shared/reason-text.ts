import { LONGEST_TYPED } from './form-values';
import { done, refused, type Outcome } from './outcome';

/** Characters of what is said with a step: a reason, a remark, evidence, a message. */
export const LONGEST_REASON = 4000;

type Said = {
  /** The name of the field on the form. */
  field: string;
  /** The code of the refusal where nothing is said; null where nothing need be said. */
  missing?: string | null;
  max?: number;
};

/** What somebody says with a step, trimmed: every verb that takes a text beside its fields reads it here. */
export function reasonText(
  text: string | null | undefined,
  { field: name, missing = 'required', max = LONGEST_REASON }: Said,
): Outcome<string> {
  const said = text ?? '';
  const isLong = said.length > LONGEST_TYPED;
  const kept = isLong ? said : said.replaceAll('\0', '').trim();
  if (kept.length > max) return refused('too_long', { max }, name);
  return kept === '' && missing !== null ? refused(missing, {}, name) : done(kept);
}
