/** How many of the words a browser is sent, the fewest first; each set has those before it. */
export const wordSets = ['reporting', 'outside', 'all'] as const;
export type WordSet = (typeof wordSets)[number];

/** Pages that vendors open often and that the set `outside` is known to cover. */
const COVERED =
  /^\/($|(account|actions|assessments|breaches|contracts|credits|password-reset|performance|sign-in|statements|welcome)(\/|$))/;

/** The words that a page needs of its reader: a vendor who sends a report is not sent those of contracts and breaches. */
export function wordSetOf(path: string, hasAllWords: boolean): WordSet {
  if (hasAllWords) return 'all';
  if (/^\/reports(\/|$)/.test(path)) return 'reporting';
  return COVERED.test(path) ? 'outside' : 'all';
}
