import pdfmake, { type Content, type TableCell } from 'pdfmake';
import { fontRuns, printFonts } from './font-runs';
import { loadPrintFonts, type LoadedFonts } from './print-fonts.server';
import { tableShape } from './table-shape';
import { chartContent } from './chart-content.server';
import type {
  PrintedBlock,
  PrintedColumn,
  PrintedDocument,
  PrintedList,
  PrintedSource,
  PrintedTable,
} from './printed-document';

type Definition = Parameters<typeof pdfmake.createPdf>[0];

/** Points: the margins of an A4 page, and what stands above and below the text. */
const MARGINS: [number, number, number, number] = [48, 60, 48, 56];
/** Points across a page between its margins, upright and on its side. */
const WIDTH = 595 - MARGINS[0] - MARGINS[2];
const WIDE_WIDTH = 842 - MARGINS[0] - MARGINS[2];
/** Points of letters in measured tables, and beside a cell. */
const SIZES = [9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6];
const PADDING = 6;
const INK = '#1c2733';
const QUIET = '#56626f';
const LINE = '#c9d1d9';

/**
 * A document as PDF on A4: a line at the head of every page, the page number at its foot, tables with right-aligned figures
 * whose heading returns on every page, and Chinese broken between any two letters where its rules allow.
 */
export async function renderPdf(document: PrintedDocument): Promise<Uint8Array> {
  const fonts = await loadPrintFonts();
  keepFonts(fonts);
  // Nothing is read while a document is made: its fonts are at hand.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return pdfmake.createPdf(definition(document, fonts)).getBuffer();
}

let kept = false;

/** Hands the fonts over, once for each process. */
function keepFonts({ files }: LoadedFonts): void {
  if (kept) return;
  kept = true;
  const names = printFonts.map((font) => {
    const [normal, bold] = [`${font}.ttf`, `${font}-bold.ttf`];
    pdfmake.virtualfs.writeFileSync(normal, files[font].normal);
    pdfmake.virtualfs.writeFileSync(bold, files[font].bold);
    return [font, { normal, bold }] as const;
  });
  pdfmake.setFonts(Object.fromEntries(names));
}

function definition(document: PrintedDocument, fonts: LoadedFonts): Definition {
  const words = (text: string) => runs(text, fonts);
  const edge = (text: Content, top: number): Content => ({
    stack: [text],
    margin: [MARGINS[0], top, MARGINS[2], 0],
    fontSize: 8,
    color: QUIET,
  });
  return {
    pageSize: 'A4',
    pageOrientation: document.wide ? 'landscape' : 'portrait',
    pageMargins: MARGINS,
    language: document.language,
    info: { title: document.title, creator: 'Mainstay', producer: 'Mainstay' },
    // A heading never stands alone at the foot of a page.
    pageBreakBefore: ({ headlineLevel, pageNumbers }, { getFollowingNodesOnPage }) =>
      headlineLevel !== undefined &&
      pageNumbers.length === 1 &&
      getFollowingNodesOnPage().length === 0,
    defaultStyle: { font: 'main', fontSize: 9.5, lineHeight: 1.25, color: INK },
    header: () => edge({ text: words(document.header) }, 28),
    footer: (page, pages) =>
      edge(
        {
          columns: [
            { text: words(document.footer) },
            {
              text: words(
                document.pageWords
                  .replace('{page}', String(page))
                  .replace('{pages}', String(pages)),
              ),
              alignment: 'right',
            },
          ],
        },
        16,
      ),
    content: [
      { text: words(document.title), fontSize: 18, bold: true, lineHeight: 1.1 },
      ...(document.subtitle
        ? [
            {
              text: words(document.subtitle),
              color: QUIET,
              margin: [0, 4, 0, 0] as [number, number, number, number],
            },
          ]
        : []),
      ...document.blocks.map((block) => blockContent(block, { words, document })),
    ],
  };
}

type Words = (text: string) => Content[];

function runs(text: string, { has }: LoadedFonts): Content[] {
  // A minus sign joins its figure; letters that a font lacks come from another.
  return fontRuns(text, has).map((run) => ({ text: run.text, font: run.font }));
}

type Page = { words: Words; document: PrintedDocument };

function blockContent(block: PrintedBlock, page: Page): Content {
  const { words, document } = page;
  switch (block.kind) {
    case 'heading':
      return {
        ...{ text: words(block.text), fontSize: 12, bold: true, margin: [0, 18, 0, 6] },
        headlineLevel: 1,
      };
    case 'subheading':
      return { text: words(block.text), bold: true, margin: [0, 12, 0, 2], headlineLevel: 2 };
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
      return listContent(block, page);
    case 'table':
      return {
        stack: [
          tableContent(block, words, document.wide ? WIDE_WIDTH : WIDTH),
          ...sourcesContent(block.sources ?? [], page),
        ],
        margin: [0, 4, 0, 0],
      };
    case 'chart':
      return chartContent(block, words, document.wide ? WIDE_WIDTH : WIDTH);
  }
}

function listContent({ items }: PrintedList, { words }: Page): Content {
  const linked = (text: string, source: PrintedSource | null): Content =>
    source ? { text: words(text), link: source.url } : { text: words(text) };
  return {
    margin: [0, 6, 0, 0],
    table: {
      widths: [72, '*'],
      body: items.map(({ mark, text, source }) => [
        { text: words(mark ?? ''), bold: true },
        linked(text, source),
      ]),
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
  return [
    {
      ...{ color: QUIET, fontSize: 7.5, margin: [0, 4, 0, 0] },
      text: [
        ...words(`${document.sourceWords ?? ''}: `),
        ...each.flatMap(({ text, url }, index) =>
          words(index === each.length - 1 ? text : `${text}; `).map((run) =>
            typeof run === 'object' && 'text' in run ? { ...run, link: url } : run,
          ),
        ),
      ],
    },
  ];
}

function tableContent(table: PrintedTable, words: Words, width: number): Content {
  const { columns, rows, total } = table;
  // Where no column says how wide it is, all are measured: nothing runs over the edge.
  const measured = columns.every((column) => column.width === undefined);
  const shape = measured ? tableShape(table, width, SIZES) : null;
  const cell = (text: string, column: PrintedColumn | undefined, bold = false): TableCell => ({
    text: words(text),
    alignment: column?.align === 'end' ? 'right' : 'left',
    bold,
    noWrap: column?.align === 'end',
  });
  const line = (texts: readonly string[], bold = false) =>
    texts.map((text, index) => cell(text, columns[index], bold));
  const last = rows.length + 1;
  const padding = (index: number) =>
    (index === 0 ? 0 : PADDING) + (index === columns.length - 1 ? 0 : PADDING);
  return {
    ...(shape && { fontSize: shape.size }),
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths:
        shape?.widths.map((each, index) => each - padding(index)) ??
        columns.map((column) => (column.width === 'rest' ? '*' : 'auto')),
      body: [
        columns.map((column) => heading(column, words)),
        ...rows.map((texts) => line(texts)),
        ...(total ? [line(total, true)] : []),
      ],
    },
    layout: {
      hLineWidth: (index) =>
        index === 0 ? 0 : index === 1 || (total && index === last) ? 0.8 : 0.4,
      vLineWidth: () => 0,
      hLineColor: (index) => (index === 1 || (total && index === last) ? INK : LINE),
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
