import type {
  PrintedBlock,
  PrintedChart,
  PrintedList,
  PrintedSource,
  PrintedTable,
} from './printed-document';
import type { SlideDeck, SlideTopic } from './slide-deck';
import { cutRow, rowHeight, tableShape, type TableShape } from './table-shape';
import { linesOf } from './text-width';

/** Points: a slide of 16 to 9, its margins, and where the body stands. */
export const slide = { width: 960, height: 540, margin: 44, top: 84, bottom: 466 };
export const bodyWidth = slide.width - 2 * slide.margin;
const bodyHeight = slide.bottom - slide.top;

/** Points: sizes of letters. */
export const sizes = { title: 28, heading: 16, text: 16, fact: 22, label: 11, source: 9 };
export const LEADING = 1.32;
/** Points between a table and what stands above it. */
export const tableGap = 8;
export const chartHeight = 184;
export const factHeight = 50;
const FACTS_IN_ROW = 4;
/** Points beside a sentence of a list: the room of its mark. */
export const markWidth = 150;

type SlidePartBody =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string; quiet: boolean }
  | { kind: 'facts'; items: readonly { label: string; value: string }[] }
  | { kind: 'item'; mark: string | null; text: string }
  | { kind: 'rows'; shape: TableShape; rows: readonly (readonly string[])[]; hasTotal: boolean }
  | { kind: 'chart'; chart: PrintedChart };

/** What stands on a slide, from `y` downwards in the body; points. */
export type SlidePart = SlidePartBody & { y: number; height: number };

export type SlidePage = {
  title: string;
  aside: string | null;
  parts: readonly SlidePart[];
  sources: readonly PrintedSource[];
};

/** A piece that stands on one slide whole. */
type Piece = {
  height: number;
  part: SlidePartBody;
  sources: readonly PrintedSource[];
  /** It is the head of what follows and never stands alone at the foot of a slide. */
  leads?: boolean;
};

/** The slides of a deck without its first: each topic on as many as it takes, nothing beyond the edge of any. */
export function slidePages({ topics }: Pick<SlideDeck, 'topics'>): SlidePage[] {
  return topics.flatMap(topicPages);
}

function topicPages({ title, aside, blocks }: SlideTopic): SlidePage[] {
  const pages = filled(blocks.flatMap(piecesOf));
  return pages.map((pieces, index) => ({
    title: pages.length === 1 ? title : `${title} (${index + 1}/${pages.length})`,
    aside,
    ...placed(pieces),
  }));
}

/** Pieces onto pages, one under the other; a head goes with what it leads. */
function filled(pieces: readonly Piece[]): Piece[][] {
  const pages: Piece[][] = [];
  let page: Piece[] = [];
  let used = 0;
  for (const [index, piece] of pieces.entries()) {
    const next = piece.leads ? heightAfter(piece, pieces[index + 1]) : 0;
    if (page.length > 0 && used + heightAfter(page.at(-1), piece) + next > bodyHeight) {
      pages.push(page);
      [page, used] = [[], 0];
    }
    used += heightAfter(page.at(-1), piece);
    page.push(piece);
  }
  return page.length > 0 ? [...pages, page] : pages;
}

/** What a piece takes below another: the first rows of a table on a page bring the table's head. */
function heightAfter(before: Piece | undefined, piece: Piece | undefined): number {
  if (!piece) return 0;
  if (piece.part.kind !== 'rows' || goesOn(before?.part, piece.part)) return piece.height;
  return piece.height + piece.part.shape.headHeight + tableGap;
}

function goesOn(before: SlidePartBody | undefined, part: SlidePartBody): boolean {
  return before?.kind === 'rows' && part.kind === 'rows' && before.shape === part.shape;
}

function placed(pieces: readonly Piece[]): Pick<SlidePage, 'parts' | 'sources'> {
  const parts: SlidePart[] = [];
  let y = 0;
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    const height = heightAfter(before, piece);
    const last = parts.at(-1);
    if (last?.kind === 'rows' && piece.part.kind === 'rows' && goesOn(before?.part, piece.part))
      parts[parts.length - 1] = {
        ...last,
        rows: [...last.rows, ...piece.part.rows],
        hasTotal: piece.part.hasTotal,
        height: last.height + height,
      };
    else parts.push({ ...piece.part, y, height });
    y += height;
  }
  const sources = pieces.flatMap((piece) => piece.sources);
  return { parts, sources: [...new Map(sources.map((each) => [each.text, each])).values()] };
}

function piecesOf(block: PrintedBlock): Piece[] {
  switch (block.kind) {
    case 'heading':
    case 'subheading':
      return [
        {
          ...{ height: sizes.heading * LEADING + 10, sources: [], leads: true },
          part: { kind: 'heading', text: block.text },
        },
      ];
    case 'text':
      return textPieces(block.text, block.quiet ?? false);
    case 'facts':
      return inRows(block.items, FACTS_IN_ROW).map((items) => ({
        ...{ height: factHeight, sources: [] },
        part: { kind: 'facts', items },
      }));
    case 'list':
      return block.items.flatMap(itemPieces);
    case 'table':
      return tablePieces(block);
    case 'chart':
      return [
        { height: chartHeight, sources: [block.source], part: { kind: 'chart', chart: block } },
      ];
  }
}

function textPieces(text: string, quiet: boolean): Piece[] {
  const size = quiet ? sizes.label : sizes.text;
  const lines = linesOf(text, bodyWidth, size);
  const most = Math.floor((bodyHeight - 8) / (size * LEADING));
  return inRows(lines, most).map((some) => ({
    height: some.length * size * LEADING + 8,
    sources: [],
    part: { kind: 'text', text: rejoined(some), quiet },
  }));
}

function itemPieces({ mark, text, source }: PrintedList['items'][number]): Piece[] {
  const lines = linesOf(text, bodyWidth - markWidth, sizes.text);
  // The mark is bold, which is a little wider.
  const marked = linesOf(mark ?? '', (markWidth - 8) * 0.9, sizes.text).length;
  const most = Math.floor((bodyHeight - 8) / (sizes.text * LEADING));
  return inRows(lines, most).map((some, index) => ({
    height: Math.max(some.length, index === 0 ? marked : 0) * sizes.text * LEADING + 8,
    sources: source ? [source] : [],
    part: { kind: 'item', mark: index === 0 ? mark : null, text: rejoined(some) },
  }));
}

function tablePieces(table: PrintedTable): Piece[] {
  const shape = tableShape(table, bodyWidth);
  const most = bodyHeight - shape.headHeight - tableGap;
  const piece = (
    cells: readonly string[],
    source: PrintedSource | null | undefined,
    hasTotal: boolean,
  ): Piece => ({
    height: rowHeight(cells, shape),
    sources: source ? [source] : [],
    part: { kind: 'rows', shape, rows: [cells], hasTotal },
  });
  return [
    ...table.rows.flatMap((cells, index) =>
      cutRow(cells, shape, most).map((part) => piece(part, table.sources?.[index], false)),
    ),
    ...(table.total ? [piece(table.total, null, true)] : []),
  ];
}

function inRows<Item>(items: readonly Item[], count: number): Item[][] {
  const rows: Item[][] = [];
  for (let at = 0; at < items.length; at += count) rows.push(items.slice(at, at + count));
  return rows;
}

function rejoined(lines: readonly string[]): string {
  return lines.join('').trimEnd();
}
