import { z } from 'zod';
import { choice, optionalChoice, optionalDecimal, optionalWhole } from '~/shared/fields';
import { claimCounts, claimStarts, noSettlementTerms } from '~/contracts/settlement-terms';

const LONGEST_CLAIM_DAYS = 3660;

/** How a contract's credits are claimed: days, counted from where and how; and the bonus for a month with every term met. */
export const settlementFields = z.object({
  claimDays: optionalWhole({ min: 0, max: LONGEST_CLAIM_DAYS }),
  claimFrom: choice(claimStarts),
  claimCount: optionalChoice(claimCounts).transform(
    (count) => count ?? noSettlementTerms.claimCount,
  ),
  bonusPercent: optionalDecimal({ min: 0, max: 100 }),
});
