/** Letters that are as wide as they are high: Chinese, Japanese, Korean and their punctuation. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const NARROW = /[ijl.,:;|!'()[\]\u00a0 -]/;
const BROAD = /[mwMW@%\u2014]/;
/** Shares of the letter's height, of the usual sans serif; a little more than measured, so that text fits for certain. */
const SHARE = { wide: 1, narrow: 0.33, broad: 0.92, capital: 0.72, other: 0.57 };
/** What stands between a Chinese letter and a Western one beside it. */
const BETWEEN = 0.25;

/** About how wide a text is set in a size, both in points. */
export function textWidth(text: string, size: number): number {
  let shares = 0;
  let last: keyof typeof SHARE = 'narrow';
  for (const letter of text) {
    const kind = kindOf(letter);
    const meet = (kind === 'wide') !== (last === 'wide');
    shares += SHARE[kind] + (meet && kind !== 'narrow' && last !== 'narrow' ? BETWEEN : 0);
    last = kind;
  }
  return shares * size;
}

function kindOf(letter: string): keyof typeof SHARE {
  if (WIDE.test(letter)) return 'wide';
  if (NARROW.test(letter)) return 'narrow';
  if (BROAD.test(letter)) return 'broad';
  return /\p{Lu}/u.test(letter) ? 'capital' : 'other';
}

/** The width of the widest piece of a text that is not broken. */
export function widestWord(text: string, size: number): number {
  return Math.max(
    0,
    ...pieces(text, Infinity, size).map((word) => textWidth(word.trimEnd(), size)),
  );
}

/** Signs that never begin a line. */
const NEVER_FIRST = /^[，。、；：？！）》」』】〕％%,.;:?!)\]}]/;

/**
 * A text in the lines that a width gives it, in points: words stay whole where they fit, Chinese breaks between letters.
 * Joined together the lines are the text again.
 */
export function linesOf(text: string, width: number, size: number): string[] {
  return text.split(/(?<=\n)/).flatMap((paragraph) => paragraphLines(paragraph, width, size));
}

function paragraphLines(paragraph: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(paragraph, width, size)) {
    const joined = line + piece;
    if (line !== '' && textWidth(joined.trimEnd(), size) > width) {
      lines.push(line);
      line = piece;
    } else line = joined;
  }
  return [...lines, line];
}

/** What stays together: a word with the space after it, a Chinese letter with the sign after it, parts of an overlong word. */
function pieces(paragraph: string, width: number, size: number): string[] {
  const found: string[] = [];
  const most = Math.max(1, Math.floor(width / size));
  for (const word of paragraph.match(/[^ ]* */g) ?? []) {
    for (const part of word.split(new RegExp(`(?<=${WIDE.source})|(?=${WIDE.source})`))) {
      if (part === '') continue;
      if (NEVER_FIRST.test(part) && found.length > 0) found.push((found.pop() ?? '') + part);
      else if (textWidth(part, size) > width) found.push(...cut(part, most));
      else found.push(part);
    }
  }
  return found;
}

function cut(text: string, length: number): string[] {
  const letters = [...text];
  const parts: string[] = [];
  for (let at = 0; at < letters.length; at += length)
    parts.push(letters.slice(at, at + length).join(''));
  return parts;
}
