/** The fonts of a document: one for Chinese and Western letters, others for letters that it lacks. */
export const printFonts = ['main', 'cyrillic', 'vietnamese'] as const;
export type PrintFont = (typeof printFonts)[number];

export type FontRun = { text: string; font: PrintFont };

/** What stands for a letter that no font has, not even without its accents. */
const MISSING = '?';
/** Letters whose stroke is no accent of its own. */
const STROKED: Readonly<Record<string, string>> = { Ł: 'L', ł: 'l', Đ: 'D', đ: 'd', ı: 'i' };

/**
 * A text in runs of one font each: every letter in the first font that has it, one that none has without its accents.
 * `has` says which letters a font has.
 */
export function fontRuns(
  text: string,
  has: (font: PrintFont, codePoint: number) => boolean,
): FontRun[] {
  const fontOf = (letter: string): PrintFont | undefined => {
    const codePoint = letter.codePointAt(0) ?? 0;
    return codePoint < 32 ? 'main' : printFonts.find((each) => has(each, codePoint));
  };
  const runs: FontRun[] = [];
  for (const letter of text) {
    const plain = STROKED[letter] ?? letter.normalize('NFD').charAt(0);
    const shown = [letter, plain].find((each) => fontOf(each)) ?? MISSING;
    const font = fontOf(shown) ?? 'main';
    const last = runs.at(-1);
    if (last && last.font === font) last.text += shown;
    else runs.push({ text: shown, font });
  }
  return runs;
}
