import pdfmake, { type Content } from 'pdfmake';
import { fontRuns, printFonts } from './font-runs';
import { blockContents } from './pdf-blocks.server';
import { loadPrintFonts, type LoadedFonts } from './print-fonts.server';
import type { PrintedDocument } from './printed-document';

type Definition = Parameters<typeof pdfmake.createPdf>[0];

/** Points: the margins of an A4 page, and what stands above and below the text. */
const MARGINS: [number, number, number, number] = [48, 60, 48, 56];
/** Quotation marks and dots as wide as they are, not as wide as a Chinese letter. */
const WESTERN = ['palt' as const];
const INK = '#1c2733';
const QUIET = '#56626f';

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
    defaultStyle: {
      ...{ font: 'main', fontSize: 9.5, lineHeight: 1.25, color: INK },
      ...(document.language === 'en' && { fontFeatures: WESTERN }),
    },
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
      ...blockContents(document.blocks, { words, document }),
    ],
  };
}

function runs(text: string, { has }: LoadedFonts): Content[] {
  // A minus sign joins its figure; letters that a font lacks come from another.
  return fontRuns(text, has).map((run) => ({ text: run.text, font: run.font }));
}
