import { consonants, foldFirmName, weightOf, type FirmName } from './firm-name';

/** Why a name is taken for an entry's, in the order in which a reader wants to know. */
export const matchReasons = [
  'exact',
  'alias',
  'transliterated',
  'legal_form',
  'word_order',
  'spelling',
  'joined',
  'words_missing',
  'country_same',
  'country_other',
] as const;
export type MatchReason = (typeof matchReasons)[number];

/** Scores are 0 to 100: from `hit` on a person decides, from `strong` on the name is as good as the same. */
export const matchThresholds = { hit: 84, strong: 95 } as const;

/** How alike two words must be to stand for each other, and what the country adds or takes. */
const LEAST_WORD_LIKENESS = 0.86;
/** Words of the same consonants are one name in two transliterations. */
const SAME_CONSONANTS = 0.9;
const LEAST_LETTERS_FOR_CONSONANTS = 5;
const MOST_EDITS_FOR_CONSONANTS = 2;
const COUNTRY_SAME = 3;
const COUNTRY_OTHER = -4;

export type Subject = { name: string; country: string | null };
export type ListEntry = { name: string; aliases: readonly string[]; countries: readonly string[] };
export type Match = { score: number; matched: string; reasons: MatchReason[] };

/** How far a firm may be an entry of a list: the best of the entry's names, with the reasons. */
export function matchEntry(subject: Subject, entry: ListEntry): Match {
  return matchFolded({ name: foldFirmName(subject.name), country: subject.country }, entry);
}

/** The same of a name that was folded once to be held against many entries. */
function matchFolded(
  { name, country: own }: { name: FirmName; country: string | null },
  entry: ListEntry,
): Match {
  const [first, ...others] = [entry.name, ...entry.aliases].map((listed, place) => ({
    ...likeness(name, foldFirmName(listed)),
    matched: listed,
    isAlias: place > 0,
  }));
  if (!first) return { score: 0, matched: entry.name, reasons: [] };
  const best = others.reduce((most, each) => (each.score > most.score ? each : most), first);
  const country = countryEffect(own, entry.countries);
  const score = best.score === 0 ? 0 : best.score + country.effect;
  const reasons = [
    ...best.reasons,
    ...(best.isAlias ? (['alias'] as const) : []),
    ...country.reasons,
  ];
  return {
    score: Math.round(Math.min(100, Math.max(0, score))),
    matched: best.matched,
    reasons: matchReasons.filter((reason) => reasons.includes(reason)),
  };
}

/**
 * The firm that a new name may stand for: the likest of those that reach `matchThresholds.hit`, or null. Firms of one group
 * bear one name in several countries, so that another country counts against it.
 */
export function likestFirm<
  Firm extends { name: string; aliases: readonly string[]; country: string | null },
>(subject: Subject, firms: readonly Firm[]): Firm | null {
  const folded = { name: foldFirmName(subject.name), country: subject.country };
  const scored = firms.map((firm) => {
    const countries = firm.country === null ? [] : [firm.country];
    return { firm, score: matchFolded(folded, { ...firm, countries }).score };
  });
  const likest = scored.reduce<(typeof scored)[number] | null>(
    (most, each) => (most === null || each.score > most.score ? each : most),
    null,
  );
  return likest !== null && likest.score >= matchThresholds.hit ? likest.firm : null;
}

function countryEffect(country: string | null, listed: readonly string[]) {
  if (country === null || listed.length === 0) return { effect: 0, reasons: [] as MatchReason[] };
  return listed.includes(country)
    ? { effect: COUNTRY_SAME, reasons: ['country_same' as const] }
    : { effect: COUNTRY_OTHER, reasons: ['country_other' as const] };
}

/** Two names, 0 to 100: word by word in any order, or as one word where they part words differently. */
function likeness(a: FirmName, b: FirmName): { score: number; reasons: MatchReason[] } {
  const reasons: MatchReason[] = [];
  if (a.transliterated !== b.transliterated) reasons.push('transliterated');
  if (a.shortened || b.shortened) reasons.push('legal_form');
  if (a.words.join(' ') === b.words.join(' ')) {
    const isExact = a.original.trim().toLowerCase() === b.original.trim().toLowerCase();
    return { score: 100, reasons: isExact ? ['exact'] : reasons };
  }
  const words = wordLikeness(a.words, b.words);
  const joined = 100 * closeness(a.joined, b.joined) ** 2;
  if (joined > words.score)
    return { score: joined, reasons: [...reasons, a.joined === b.joined ? 'joined' : 'spelling'] };
  if (words.isSpelled) reasons.push('spelling');
  if (words.isReordered) reasons.push('word_order');
  if (words.isPartial) reasons.push('words_missing');
  return { score: words.score, reasons };
}

/** Pairs each word of the one with its likest of the other; what stands alone counts against it by its weight. */
function wordLikeness(a: readonly string[], b: readonly string[]) {
  const left = b.map((word, place) => ({ word, place }));
  const pairs = [...a.entries()]
    .flatMap(([from, word]) =>
      left.map((other) => ({ from, word, other, like: likeWords(word, other.word) })),
    )
    .filter(({ like }) => like >= LEAST_WORD_LIKENESS)
    .sort((one, two) => two.like - one.like);
  const taken = { a: new Set<number>(), b: new Set<number>() };
  const chosen = pairs.filter(({ from, other }) => {
    if (taken.a.has(from) || taken.b.has(other.place)) return false;
    taken.a.add(from);
    taken.b.add(other.place);
    return true;
  });
  const total = [...a, ...b].reduce((sum, word) => sum + weightOf(word), 0);
  const shared = chosen.reduce(
    (sum, { word, other, like }) => sum + (weightOf(word) + weightOf(other.word)) * like,
    0,
  );
  const places = [...chosen]
    .sort((one, two) => one.from - two.from)
    .map(({ other }) => other.place);
  return {
    score: total === 0 ? 0 : (100 * shared) / total,
    isSpelled: chosen.some(({ like }) => like < 1),
    isReordered: places.some((place, index) => place < (places[index - 1] ?? -1)),
    isPartial: chosen.length < a.length || chosen.length < b.length,
  };
}

/** Two words: by their letters, or by their consonants where only vowels and doubled letters differ. */
function likeWords(a: string, b: string): number {
  const like = closeness(a, b);
  const isLong = Math.min(a.length, b.length) >= LEAST_LETTERS_FOR_CONSONANTS;
  return isLong &&
    like < SAME_CONSONANTS &&
    consonants(a) === consonants(b) &&
    editDistance(a, b) <= MOST_EDITS_FOR_CONSONANTS
    ? SAME_CONSONANTS
    : like;
}

/** 1 less the share of letters that have to be changed, added, dropped or swapped with a neighbour. */
function closeness(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) / longest > 1 - LEAST_WORD_LIKENESS + 0.1) return 0;
  return 1 - editDistance(a, b) / longest;
}

/** Optimal string alignment: the least number of changed, added, dropped and swapped letters. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const differs = a.charAt(row - 1) === b.charAt(column - 1) ? 0 : 1;
      const steps = [
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + differs,
      ];
      const swapped =
        row > 1 &&
        column > 1 &&
        a.charAt(row - 1) === b.charAt(column - 2) &&
        a.charAt(row - 2) === b.charAt(column - 1);
      if (swapped) steps.push((before[column - 2] ?? 0) + 1);
      line.push(Math.min(...steps));
    }
    before = last;
    last = line;
  }
  return last[b.length] ?? 0;
}
