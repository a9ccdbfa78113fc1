import { ROWS_SHOWN, type Grid } from './grid';
import type { SheetRead } from './read-grids';
import type { Upload, UploadForm } from './read-upload';

const SAMPLE_COLUMNS = 60;
const SAMPLE_CHARACTERS = 60;

/** A sheet as it was understood, with its first rows, so that its columns can be mapped by eye. */
export type SheetLayout = SheetRead & { sample: string[][] };

/** How a report's file was understood; kept with the report, for whoever mends or reviews it. */
export type ReportLayout = {
  form: UploadForm | null;
  sheets: SheetLayout[];
  newMarkets: { code: string; name: string }[];
  merged: number;
};

export function layoutOf(upload: Upload): ReportLayout {
  return {
    form: upload.form,
    sheets: upload.sheets.map((sheet, index) => ({
      ...sheet,
      sample: firstRows(upload.grids[index], sheet.headerRow),
    })),
    newMarkets: [...upload.newMarkets],
    merged: upload.merged,
  };
}

function firstRows(grid: Grid | undefined, headerRow: number | null): string[][] {
  if (!grid) return [];
  const after = headerRow === null ? 0 : grid.numbers.indexOf(headerRow) + 1;
  return grid.rows
    .slice(after, after + ROWS_SHOWN)
    .map((row) => row.slice(0, SAMPLE_COLUMNS).map((cell) => cell.slice(0, SAMPLE_CHARACTERS)));
}
