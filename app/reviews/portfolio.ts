import { addDays } from '~/shared/calendar';
import type { Period } from '~/shared/period';
import type { ListQuery, ListSpec } from '~/shared/list-query';
import { tiers } from '~/vendors/tier';

type Sort = 'name';
type Filter = 'tier';
export type PortfolioQuery = ListQuery<Sort, Filter>;

/** What the portfolio may be asked for: vendors by name, code or tier. */
export const portfolioSpec: ListSpec<Sort, Filter> = {
  sorts: ['name'],
  defaultSort: 'name',
  filters: { tier: tiers },
};

/** Quarters that the portfolio shows. */
const SHOWN_QUARTERS = 6;

/** The first months of the quarters shown, the latest first. */
export function shownQuarters(latest: Period): Period[] {
  return Array.from({ length: SHOWN_QUARTERS }, (_, back) => latest - 3 * back);
}

/** Days after which an open action is counted with older ones. */
const AGE_STEPS = [30, 60, 90] as const;

/** The days of promise at which open actions grow older, the oldest first: before the first, then up to each. */
export function ageDays(today: string): string[] {
  return AGE_STEPS.map((days) => addDays(today, -days)).reverse();
}
