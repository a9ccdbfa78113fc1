import type { Period } from '~/shared/period';
import type { RatingBands } from './rating';
import type { PackException, PackPart, PackSection, PackWords } from './section';

/** How packs are put together today. Since 2 a share of which less is better is rated by what went right. */
export const PACK_VERSION = 2;

/** One part of a pack as it is frozen: the whole text of a record that never changes. */
export type Pack = {
  version: 1 | typeof PACK_VERSION;
  part: PackPart;
  vendor: { id: number; code: string; name: string; country: string | null; tier: string | null };
  /** First month of the quarter reviewed, and of the three quarters before it. */
  quarter: Period;
  firstPeriod: Period;
  lastPeriod: Period;
  /** The instant as of which the store was read. */
  asOf: string;
  /** The bands by which it rates. */
  bands: RatingBands;
  /** Sentences built from the figures by rule. */
  summary: readonly PackWords[];
  exceptions: readonly PackException[];
  sections: readonly PackSection[];
};
