import { fiveDimensions } from './product-scorecards/five-dimensions';
import { fullAssessment } from './product-scorecards/full-assessment';
import { maturity } from './product-scorecards/maturity';
import { satisfaction } from './product-scorecards/satisfaction';
import { servqual } from './product-scorecards/servqual';
import type { Scorecard } from './scorecard';

/**
 * The templates that come with the product, by their codes. They may be revised like any other: a revision is a version of
 * its own, and what was assessed with an earlier one keeps it.
 */
export const productScorecards: Readonly<Record<string, Scorecard>> = {
  'five-dimensions': fiveDimensions,
  full: fullAssessment,
  satisfaction,
  servqual,
  maturity,
};
