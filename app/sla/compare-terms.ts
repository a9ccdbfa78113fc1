import type { SlaTerm } from '~/contracts/sla-term';
import { isLess } from '~/contracts/document-fields';
import type { ListQuery, ListSpec } from '~/shared/list-query';

type Sort = 'contract' | 'vendor' | 'target' | 'breached';
type Filter = 'kpi' | 'service' | 'market';
export type ComparisonQuery = ListQuery<Sort, Filter>;

/** What the comparison of a term across contracts may be asked for; KPI, service and market by their codes. */
export const comparisonSpec: ListSpec<Sort, Filter> = {
  sorts: ['contract', 'vendor', 'target', 'breached'],
  defaultSort: 'contract',
  filters: { kpi: 'any', service: 'any', market: 'any' },
};

/** How a term's periods came out: how many of each outcome. */
export type OutcomeCounts = Partial<Record<string, number>>;

export type ComparedTerm = {
  termId: number;
  contractId: number;
  contract: string;
  vendor: string;
  service: string | null;
  market: string | null;
  said: SlaTerm;
  outcomes: OutcomeCounts;
};

/** The terms that a comparison asks for, in its order; targets are compared exactly. */
export function comparedTerms<Row extends ComparedTerm>(
  rows: readonly Row[],
  { filters, search, sort, dir }: ComparisonQuery,
): Row[] {
  const wanted = search.toLowerCase();
  const sign = dir === 'asc' ? 1 : -1;
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const order: Record<Sort, (a: Row, b: Row) => number> = {
    contract: (a, b) => text(a.contract, b.contract),
    vendor: (a, b) => text(a.vendor, b.vendor),
    target: (a, b) =>
      isLess(a.said.target, b.said.target) ? -1 : isLess(b.said.target, a.said.target) ? 1 : 0,
    breached: (a, b) => (a.outcomes['breached'] ?? 0) - (b.outcomes['breached'] ?? 0),
  };
  return rows
    .filter(
      ({ contract, vendor, service, market }) =>
        [contract, vendor].some((one) => one.toLowerCase().includes(wanted)) &&
        (filters.service.length === 0 || filters.service.includes(service ?? '')) &&
        (filters.market.length === 0 || filters.market.includes(market ?? '')),
    )
    .sort((a, b) => sign * order[sort](a, b) || order.contract(a, b) || a.termId - b.termId);
}

const MARGIN = 0.15;

/** The stretch that holds every target, warning and band limit of some terms, with room for the open ends. */
export function commonScale(terms: readonly SlaTerm[]): { from: number; to: number } | null {
  const limits = terms
    .flatMap(({ target, warn_at: warn, bands }) => [
      target,
      warn,
      ...bands.flatMap(({ from, to }) => [from, to]),
    ])
    .flatMap((limit) => (limit === null ? [] : [Number(limit)]));
  if (limits.length === 0) return null;
  const [least, most] = [Math.min(...limits), Math.max(...limits)];
  const room = (most - least || Math.abs(most) || 1) * MARGIN;
  return { from: least - room, to: most + room };
}
