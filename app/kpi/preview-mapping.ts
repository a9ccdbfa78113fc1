import type { Finding } from './finding';
import type { Mapping } from './mapping';
import type { NewMarket } from './new-markets';
import { readGrids } from './read-grids';
import type { ReadContext, Reading } from './reading';
import type { SheetLayout } from './report-layout';

export type MappingPreview = {
  readings: Reading[];
  problems: readonly Finding[];
  newMarkets: readonly NewMarket[];
};

const SHOWN = 40;

/** What a mapping makes of the first rows of a sheet, so that it can be tried without reading the file again. */
export function previewMapping(
  sheet: SheetLayout,
  mapping: Mapping,
  context: ReadContext,
): MappingPreview {
  const first = sheet.headerRow ?? 1;
  const rows = [[...sheet.headings], ...sheet.sample];
  const grid = {
    name: sheet.name,
    rows,
    numbers: rows.map((_, index) => first + index),
    kinds: null,
  };
  const { readings, findings, newMarkets } = readGrids([grid], context, { mapping }, false);
  return { readings: readings.slice(0, SHOWN), problems: findings.list, newMarkets };
}
