import type { PrintedColumn, PrintedTable } from './printed-document';
import { linesOf, textWidth, widestWord } from './text-width';

/** A table's measures in points, the same on every page and slide that it goes on to. */
export type TableShape = {
  columns: readonly PrintedColumn[];
  widths: readonly number[];
  size: number;
  headHeight: number;
};

/** From the largest letters that fit to the smallest that are read from a chair. */
const SIZES = [14, 13, 12, 11, 10, 9, 8];
const LEADING = 1.32;
/** Points within a cell, left and right together, above and below together. */
const PADDING = { across: 12, down: 7 };
/** So many of the sizes are tried before words are broken. */
const WHOLE_SIZES = 4;
/** How much wider than reckoned a cell may come out, in other letters than those asked for. */
const SLACK = 1.08;
/** The least that a column of words needs, in letters. */
const LEAST_LETTERS = 7;

/** The size of letters and the widths of columns with which a table fits: figures stay whole, words break. */
export function tableShape(
  { columns, rows, total }: Pick<PrintedTable, 'columns' | 'rows' | 'total'>,
  width: number,
  sizes: readonly number[] = SIZES,
): TableShape {
  const texts = [...rows, ...(total ? [total] : [])];
  const natural = (size: number) =>
    columns.map(
      ({ header }, index) =>
        PADDING.across +
        SLACK *
          Math.max(
            textWidth(header, size),
            ...texts.map((cells) => textWidth(cells[index] ?? '', size)),
          ),
    );
  const least = (size: number) =>
    natural(size).map((wide, index) =>
      columns[index]?.align === 'end'
        ? Math.max(
            figureWidth(texts, index, size),
            PADDING.across + widestWord(columns[index]?.header ?? '', size),
          )
        : Math.min(wide, LEAST_LETTERS * size + PADDING.across),
    );
  const size =
    sizes.slice(0, WHOLE_SIZES).find((each) => sum(natural(each)) <= width) ??
    sizes.find((each) => sum(least(each)) <= width) ??
    sizes.at(-1) ??
    8;
  const widths = shared(natural(size), least(size), width);
  const shape = { columns, widths, size, headHeight: 0 };
  const heads = columns.map(({ header }) => header);
  return { ...shape, headHeight: rowHeight(heads, shape) };
}

/** What the longest figure of a column takes. */
function figureWidth(texts: readonly (readonly string[])[], index: number, size: number): number {
  const widths = texts.map((cells) => textWidth(cells[index] ?? '', size));
  return PADDING.across + Math.max(size, ...widths);
}

/** The width over the columns: each as wide as it would be, else between its least and that; what is left to the widest. */
function shared(natural: number[], least: number[], width: number): number[] {
  const [wanted, needed] = [sum(natural), sum(least)];
  if (needed >= width) return least.map((each) => (each * width) / needed);
  const share = wanted <= width ? 1 : (width - needed) / (wanted - needed);
  const given = natural.map((wide, index) => {
    const low = least[index] ?? 0;
    return low + Math.max(0, wide - low) * share;
  });
  const rest = Math.max(0, width - sum(given));
  return given.map((each) => each + (rest * each) / sum(given));
}

export function rowHeight(
  cells: readonly string[],
  { widths, size }: Pick<TableShape, 'widths' | 'size'>,
): number {
  const counts = cells.map((text, index) => cellLines(text, index, { widths, size }).length);
  return Math.max(1, ...counts) * size * LEADING + PADDING.down;
}

/** A row in as many as it takes that none is higher than a slide has room for. */
export function cutRow(
  cells: readonly string[],
  shape: Pick<TableShape, 'widths' | 'size'>,
  height: number,
): string[][] {
  const lines = cells.map((text, index) => cellLines(text, index, shape));
  const longest = Math.max(1, ...lines.map(({ length }) => length));
  const parts = (most: number) =>
    Array.from({ length: Math.ceil(longest / most) }, (_, part) =>
      lines.map((each) =>
        each
          .slice(part * most, (part + 1) * most)
          .join('')
          .trimEnd(),
      ),
    );
  let most = Math.max(1, Math.floor((height - PADDING.down) / (shape.size * LEADING)));
  // A part by itself may break elsewhere than within the whole.
  while (most > 1 && parts(most).some((part) => rowHeight(part, shape) > height)) most -= 1;
  return parts(most);
}

function cellLines(
  text: string,
  index: number,
  { widths, size }: Pick<TableShape, 'widths' | 'size'>,
): string[] {
  return linesOf(text, ((widths[index] ?? 0) - PADDING.across) / SLACK, size);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
