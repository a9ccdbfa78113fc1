import { foldText } from './fold-text';
import type { Grid } from './grid';
import { headingNames, recallMapping, type Mapping, type RememberedMapping } from './mapping';
import { matchHeading, type NameIndex } from './match-header';
import { isPlainNumber } from './parse-number';
import type { KpiDefinition } from './reading';

/** The header row of a sheet: its index among the grid's rows, its headings, and the mapping remembered for them. */
export type Header = {
  index: number;
  names: string[];
  mapping: Mapping | null;
  /** How many headings are known; 0 where the row only looks like a header. */
  matched: number;
};

const ROWS_SEARCHED = 50;

/**
 * The row that names the columns: the one with a remembered mapping, else the one with most known headings, else the first
 * row of several texts with rows below it. Titles and empty rows above it are passed over. Null when no row can be one.
 */
export function findHeader(
  grid: Grid,
  kpis: NameIndex<KpiDefinition>,
  remembered: readonly RememberedMapping[],
): Header | null {
  let best: Header | null = null;
  let foreign: Header | null = null;
  const last = Math.min(grid.rows.length, ROWS_SEARCHED);
  for (let index = 0; index < last; index += 1) {
    const names = headingNames(grid.rows[index] ?? []);
    const mapping = recallMapping(remembered, names);
    const matched = names.filter((name) => matchHeading(name, kpis) !== null).length;
    const header = { index, names, mapping, matched };
    if (mapping) return header;
    if (matched > (best?.matched ?? 0)) best = header;
    if (!foreign && looksLikeHeader(names)) foreign = header;
  }
  if (best && best.matched >= 2) return best;
  return foreign ?? best;
}

/** Several different texts and no number. */
function looksLikeHeader(names: readonly string[]): boolean {
  const filled = names.filter((name) => name !== '');
  return (
    filled.length >= 2 &&
    new Set(filled.map(foldText)).size === filled.length &&
    !filled.some((name) => isPlainNumber(name))
  );
}
