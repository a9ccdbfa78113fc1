import { columnHeadings, columnRoles, type ColumnRole } from './column-headings';
import { foldText } from './fold-text';

const ROLE_BY_HEADING = new Map(
  columnRoles.flatMap((role) =>
    columnHeadings[role].map((heading) => [foldText(heading), role] as const),
  ),
);

const REMARKS = columnHeadings.errors.map(foldText);

/** The role that a folded heading stands for, or undefined. */
export function standardRole(folded: string): ColumnRole | undefined {
  const role = ROLE_BY_HEADING.get(folded);
  return role ?? (REMARKS.some((heading) => folded.startsWith(heading)) ? 'errors' : undefined);
}

const ALL_MARKETS = new Set(
  [
    '',
    'ALL',
    'All markets',
    'Total',
    'Network',
    'Network total',
    'Overall',
    'Grand total',
    '全部',
    '全部市场',
    '全网',
    '合计',
    '总计',
    '汇总',
    '整体',
    '所有',
    'Tous',
    'Toutes',
    'Alle',
    'Gesamt',
    'Todos',
    'Todas',
    'Tutti',
    '-',
  ].map(foldText),
);

/** True for what vendors write in the market or service column of a total. */
export function meansAll(cell: string): boolean {
  return ALL_MARKETS.has(foldText(cell));
}
