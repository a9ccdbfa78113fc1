import type { ListQuery, ListSpec } from '~/shared/list-query';
import { contractStandings } from './contract';
import { gapKinds } from './clause-checklist';

type Sort = 'contract' | 'vendor' | 'clause' | 'gap';
type Filter = 'gap' | 'clause' | 'vendor' | 'state';
export type GapListQuery = ListQuery<Sort, Filter>;

/** What the list of clause gaps may be asked for; clauses and vendors by their codes. */
export const gapListSpec: ListSpec<Sort, Filter> = {
  sorts: ['contract', 'vendor', 'clause', 'gap'],
  defaultSort: 'contract',
  filters: { gap: gapKinds, clause: 'any', vendor: 'any', state: contractStandings },
};

export type GapRow = {
  contract: string;
  title: string;
  vendorCode: string;
  vendor: string;
  standing: string;
  clauseCode: string;
  clause: string;
  position: number;
  kind: (typeof gapKinds)[number];
};

/** The gaps that a list asks for, in its order. Every gap follows from rules, so they are chosen here, not in SQL. */
export function chosenGaps<Row extends GapRow>(rows: readonly Row[], query: GapListQuery): Row[] {
  const { filters, search, sort, dir } = query;
  const wanted = search.toLowerCase();
  const holds = (values: readonly string[], value: string) =>
    values.length === 0 || values.includes(value);
  const chosen = rows.filter(
    (row) =>
      holds(filters.gap, row.kind) &&
      holds(filters.clause, row.clauseCode) &&
      holds(filters.vendor, row.vendorCode) &&
      holds(filters.state, row.standing) &&
      [row.contract, row.title, row.vendor, row.clause].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
  );
  const sign = dir === 'asc' ? 1 : -1;
  return chosen.sort(
    (a, b) => sign * order(a, b, sort) || order(a, b, 'contract') || a.position - b.position,
  );
}

function order(a: GapRow, b: GapRow, sort: Sort): number {
  switch (sort) {
    case 'clause':
      return a.position - b.position;
    case 'gap':
      return gapKinds.indexOf(a.kind) - gapKinds.indexOf(b.kind);
    case 'contract':
      return a.contract < b.contract ? -1 : a.contract > b.contract ? 1 : 0;
    case 'vendor':
      return a.vendor < b.vendor ? -1 : a.vendor > b.vendor ? 1 : 0;
  }
}
