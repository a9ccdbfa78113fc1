import pdfmake, { type Content, type TableCell } from 'pdfmake';
import { fontRuns, printFonts } from './font-runs';
import { loadPrintFonts, type LoadedFonts } from './print-fonts.server';
import type { PrintedBlock, PrintedColumn, PrintedDocument } from './printed-document';

type Definition = Parameters<typeof pdfmake.createPdf>[0];

/** Points: the margins of an A4 page, and what stands above and below the text. */
const MARGINS: [number, number, number, number] = [48, 60, 48, 56];
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
    pageMargins: MARGINS,
    language: document.language,
    info: { title: document.title, creator: 'Mainstay', producer: 'Mainstay' },
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
      ...document.blocks.map((block) => blockContent(block, words)),
    ],
  };
}

type Words = (text: string) => Content[];

function runs(text: string, { has }: LoadedFonts): Content[] {
  // A minus sign joins its figure; letters that a font lacks come from another.
  return fontRuns(text, has).map((run) => ({ text: run.text, font: run.font }));
}

function blockContent(block: PrintedBlock, words: Words): Content {
  switch (block.kind) {
    case 'heading':
      return { text: words(block.text), fontSize: 12, bold: true, margin: [0, 18, 0, 6] };
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
    case 'table':
      return tableContent(block, words);
  }
}

function tableContent(
  { columns, rows, total }: Extract<PrintedBlock, { kind: 'table' }>,
  words: Words,
): Content {
  const cell = (text: string, column: PrintedColumn | undefined, bold = false): TableCell => ({
    text: words(text),
    alignment: column?.align === 'end' ? 'right' : 'left',
    bold,
    noWrap: column?.align === 'end',
  });
  const line = (texts: readonly string[], bold = false) =>
    texts.map((text, index) => cell(text, columns[index], bold));
  const last = rows.length + 1;
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => (width === 'rest' ? '*' : 'auto')),
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
      paddingLeft: (index) => (index === 0 ? 0 : 6),
      paddingRight: (index) => (index === columns.length - 1 ? 0 : 6),
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
