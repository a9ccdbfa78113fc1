import { deflateSync, inflateSync } from 'node:zlib';

/**
 * A pack's text as its row keeps it: deflated, in base64. Every figure names its source and its KPI in both languages, so
 * a text shrinks to some hundredths. What is hashed, compared and read is always the text itself.
 */
export function storedBody(text: string): string {
  return deflateSync(text, { level: 9 }).toString('base64');
}

/** The text of a row. One that was kept as it is stays readable; what is neither is given back for its hash to fail. */
export function bodyText(stored: string): string {
  if (stored.startsWith('{')) return stored;
  try {
    return inflateSync(Buffer.from(stored, 'base64')).toString('utf8');
  } catch {
    return stored;
  }
}
