import { parsePeriod, type Period } from './period';

/** More characters than any way to write a day has. */
const LONGEST = 100;

/** A month as people type it: `2023-07`, `2023/7`, `202307`, `2023年7月`; null when it is none. */
export function readTypedMonth(text: string): Period | null {
  if (text.length > LONGEST) return null;
  const clean = text.normalize('NFKC').trim();
  const match =
    /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*月?$/.exec(clean) ?? /^(\d{4})(\d{2})$/.exec(clean);
  return match ? parsePeriod(`${match[1]}-${match[2]?.padStart(2, '0')}`) : null;
}

/**
 * A date as people type it, year first: `2023-07-31`, `2023/7/31`, `20230731`, `2023年7月31日`. Returns `YYYY-MM-DD`, or
 * null for what is no date; day-first and month-first forms are refused because they can't be told apart.
 */
export function readTypedDate(text: string): string | null {
  if (text.length > LONGEST) return null;
  const clean = text.normalize('NFKC').trim();
  const match =
    /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*日?$/.exec(clean) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(clean);
  if (!match) return null;
  const date = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null;
}
