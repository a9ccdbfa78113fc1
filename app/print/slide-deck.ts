import type { Language } from '~/locales/languages';
import type { PrintedBlock, SourceWords } from './printed-document';

/** Slides in words of one language: what does not fit on one goes on the next, under the same title. */
export type SlideDeck = {
  language: Language;
  title: string;
  subtitle: string;
  /** Below the title, each on a line of its own. */
  facts: readonly string[];
  /** At the foot of every slide, left of its number. */
  footer: string;
  sourceWords: SourceWords;
  topics: readonly SlideTopic[];
};

export type SlideTopic = { title: string; aside: string | null; blocks: readonly PrintedBlock[] };
