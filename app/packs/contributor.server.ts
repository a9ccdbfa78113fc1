import type { Reader } from '~db/store.server';
import type { Period } from '~/shared/period';
import type { RatingBands } from './rating';
import type { PackSection } from './section';

/** What a pack is asked of an area: a vendor's quarter and the three before it, read as of an instant. */
export type PackRequest = {
  vendorId: number;
  reviewId: number;
  /** First and last month of the quarter that is reviewed. */
  quarter: Period;
  lastPeriod: Period;
  /** First month of the three quarters before it. */
  firstPeriod: Period;
  /** The day of the freeze, `YYYY-MM-DD`. */
  today: string;
  asOf: string;
  bands: RatingBands;
};

/** An area's sections of a pack, shared and internal; it reads whatever the vendor has, in a fixed count of queries. */
export type PackContributor = (reader: Reader, request: PackRequest) => Promise<PackSection[]>;
