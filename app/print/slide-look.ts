import type { Language } from '~/locales/languages';

/** With what letters a deck is written, and in which language Office breaks its lines and checks its spelling. */
export type Look = { font: string; language: Language };

/** As the pages have them by day. */
export const colours = {
  ink: '1C2733',
  quiet: '56626F',
  line: 'C9D1D9',
  accent: '0D5A61',
  breached: 'B3261E',
  warning: '9A6700',
};

/** Office's files measure in inches. */
export const inches = (points: number): number => points / 72;

/** How a text is written; `size` in points, ink and not bold where nothing else is asked for. */
export function textLook(
  { font, language }: Look,
  { size, color = colours.ink, bold = false }: { size: number; color?: string; bold?: boolean },
) {
  return { fontFace: font, fontSize: size, color, bold, lang: language };
}
