import type { Content, TableCell } from 'pdfmake';
import { chartContent } from './chart-content.server';
import type {
  PrintedBlock,
  PrintedColumn,
  PrintedDocument,
  PrintedList,
  PrintedSource,
  PrintedTable,
} from './printed-document';
import { cutRow, tableShape } from './table-shape';

/** Points across a page between its margins, upright and on its side. */
const WIDTH = 499;
const WIDE_WIDTH = 746;
/** Points of letters in measured tables, and beside a cell. */
const SIZES = [9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6];
const PADDING = 6;
/** Points: the letters of sentences, the column of their marks, and the tallest row: a taller one goes on in the next. */
const SIZE = 9.5;
const MARK = 72;
const TALLEST = 240;
const INK = '#1c2733';
const QUIET = '#56626f';
const LINE = '#c9d1d9';

type Words = (text: string) => Content[];
type Page = { words: Words; document: PrintedDocument };
type Heads = readonly Extract<PrintedBlock, { kind: 'heading' | 'subheading' }>[];

/** Blocks one under the other; a heading never stands alone at the foot of a page. */
export function blockContents(blocks: readonly PrintedBlock[], page: Page): Content[] {
  const contents: Content[] = [];
  let heads: Heads = [];
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'subheading') {
      heads = [...heads, block];
      continue;
    }
    contents.push(headed(heads, block, page));
    heads = [];
  }
  return [...contents, ...heads.map((head) => headContent(head, page.words))];
}

/** A block under its headings; over a table of many pages they return with the heading of its columns. */
function headed(heads: Heads, block: Block, page: Page): Content {
  if (heads.length === 0) return blockContent(block, page, []);
  if (block.kind === 'list' || (block.kind === 'table' && isMeasured(block)))
    return blockContent(block, page, heads);
  const above = heads.map((head) => headContent(head, page.words));
  const below = blockContent(block, page, []);
  return { stack: [...above, below], unbreakable: block.kind !== 'table' };
}

function headContent({ kind, text }: Heads[number], words: Words): Content {
  return kind === 'heading'
    ? { text: words(text), fontSize: 12, bold: true, margin: [0, 18, 0, 6] }
    : { text: words(text), fontSize: 9.5, bold: true, margin: [0, 12, 0, 2] };
}

type Block = Exclude<PrintedBlock, Heads[number]>;

/** Headings as the first rows of a table, over all its columns. */
function headRows(heads: Heads, columns: number, words: Words): TableCell[][] {
  return heads.map((head) => [
    { ...(headContent(head, words) as object), colSpan: columns } as TableCell,
    ...Array.from({ length: columns - 1 }, () => ''),
  ]);
}

function blockContent(block: Block, page: Page, heads: Heads): Content {
  const { words, document } = page;
  switch (block.kind) {
    case 'text':
      return {
        text: words(block.text),
        margin: [0, 8, 0, 0],
        ...(block.quiet && { color: QUIET, fontSize: 8.5 }),
      };
    case 'facts':
      return {
        margin: [0, 14, 0, 0],
        columnGap: 20,
        columns: block.items.map(({ label, value }) => ({
          width: '*',
          stack: [
            { text: words(label), color: QUIET, fontSize: 8.5 },
            { text: words(value), fontSize: 13, bold: true },
          ],
        })),
      };
    case 'list':
      return listContent(block, page, heads);
    case 'table':
      return {
        stack: [
          tableContent(block, { words, width: document.wide ? WIDE_WIDTH : WIDTH, heads }),
          ...sourcesContent(block.sources ?? [], page),
        ],
        margin: [0, 4, 0, 0],
      };
    case 'chart':
      return chartContent(block, words, document.wide ? WIDE_WIDTH : WIDTH);
  }
}

function listContent({ items }: PrintedList, { words, document }: Page, heads: Heads): Content {
  const width = (document.wide ? WIDE_WIDTH : WIDTH) - MARK - 2 * PADDING;
  const shape = { widths: [MARK + 2 * PADDING, width], size: SIZE };
  const linked = (text: string, source: PrintedSource | null): Content =>
    source ? { text: words(text), link: source.url } : { text: words(text) };
  return {
    margin: [0, 6, 0, 0],
    table: {
      widths: [MARK, '*'],
      headerRows: heads.length,
      keepWithHeaderRows: 1,
      body: [
        ...headRows(heads, 2, words),
        ...items.flatMap(({ mark, text, source }) =>
          cutRow([mark ?? '', text], shape, TALLEST).map(([own = '', part = '']) => [
            { text: words(own), bold: true },
            linked(part, source),
          ]),
        ),
      ],
    },
    layout: {
      ...{ hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: () => 0 },
      ...{ paddingRight: () => 8, paddingTop: () => 2, paddingBottom: () => 2 },
    },
  };
}

/** The sources of a table, each once with its address. */
function sourcesContent(
  sources: readonly (PrintedSource | null)[],
  { words, document }: Page,
): Content[] {
  const known = sources.flatMap((source) => source ?? []);
  const each = [...new Map(known.map((source) => [source.text, source])).values()];
  if (each.length === 0) return [];
  const { lead, next } = document.sourceWords ?? { lead: '', next: ' ' };
  return [
    {
      ...{ color: QUIET, fontSize: 7.5, margin: [0, 4, 0, 0] },
      text: [
        ...words(lead),
        ...each.flatMap(({ text, url }, index) =>
          words(index === each.length - 1 ? text : `${text}${next}`).map((run) =>
            typeof run === 'object' && 'text' in run ? { ...run, link: url } : run,
          ),
        ),
      ],
    },
  ];
}

/** Where no column says how wide it is, all are measured: nothing runs over the edge. */
function isMeasured({ columns }: PrintedTable): boolean {
  return columns.every(({ width }) => width === undefined);
}

function tableContent(
  table: PrintedTable,
  { words, width, heads }: { words: Words; width: number; heads: Heads },
): Content {
  const { columns, rows, total } = table;
  const shape = isMeasured(table) ? tableShape(table, width, SIZES) : null;
  const above = heads.length;
  const cell = (text: string, column: PrintedColumn | undefined, bold = false): TableCell => ({
    text: words(text),
    alignment: column?.align === 'end' ? 'right' : 'left',
    bold,
    noWrap: column?.align === 'end',
  });
  const line = (texts: readonly string[], bold = false) =>
    texts.map((text, index) => cell(text, columns[index], bold));
  const body = rows.flatMap((texts) => (shape ? cutRow(texts, shape, TALLEST) : [texts]));
  const last = above + body.length + 1;
  const beside = (index: number) =>
    (index === 0 ? 0 : PADDING) + (index === columns.length - 1 ? 0 : PADDING);
  return {
    ...(shape && { fontSize: shape.size }),
    table: {
      headerRows: above + 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths:
        shape?.widths.map((each, index) => each - beside(index)) ??
        columns.map((column) => (column.width === 'rest' ? '*' : 'auto')),
      body: [
        ...headRows(heads, columns.length, words),
        columns.map((column) => heading(column, words)),
        ...body.map((texts) => line(texts)),
        ...(total ? [line(total, true)] : []),
      ],
    },
    layout: {
      hLineWidth: (index) =>
        index <= above ? 0 : index === above + 1 || (total && index === last) ? 0.8 : 0.4,
      vLineWidth: () => 0,
      hLineColor: (index) => (index === above + 1 || (total && index === last) ? INK : LINE),
      paddingLeft: (index) => (index === 0 ? 0 : PADDING),
      paddingRight: (index) => (index === columns.length - 1 ? 0 : PADDING),
      paddingTop: () => 4,
      paddingBottom: () => 3,
    },
  };
}

function heading({ header, align }: PrintedColumn, words: Words): TableCell {
  return {
    text: words(header),
    alignment: align === 'end' ? 'right' : 'left',
    color: QUIET,
    fontSize: 8.5,
  };
}
