import { formatListed, type Locale } from './format';

const BETWEEN = ', ';

/** Codes or names in one text, as a reason or a finding keeps them; `{{name, listed}}` in its words says them. */
export function keptList(parts: Iterable<string>): string {
  return [...parts].join(BETWEEN);
}

/** A kept list as its reader's language lists things. */
export function keptListText(kept: string, locale: Locale): string {
  return formatListed(kept.split(BETWEEN), locale);
}
