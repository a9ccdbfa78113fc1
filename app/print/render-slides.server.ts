import { createRequire } from 'node:module';
import type PptxGenJS from 'pptxgenjs';
import type { PrintedChart, PrintedSource, SourceWords } from './printed-document';
import type { SlideDeck } from './slide-deck';
import { drawChart } from './slide-chart.server';
import {
  bodyWidth,
  factHeight,
  LEADING,
  markWidth,
  sizes,
  slide as page,
  slidePages,
  type SlidePage,
  type SlidePart,
} from './slide-pages';
import { colours, inches, textLook, type Look } from './slide-look';
import { drawTable } from './slide-table.server';
import { linesOf } from './text-width';

// Its file for `import` is one that older Nodes do not take for a module.
const Slides = createRequire(import.meta.url)('pptxgenjs') as typeof PptxGenJS;

/** Letters that Windows, macOS and Office have; where they are missing, Office takes its own for the language. */
const FONTS = { en: 'Arial', 'zh-CN': 'Microsoft YaHei' } as const;
const MASTER = 'TOPIC';
/** Lines of sources at the foot of a slide; the others stand in its notes. */
const SOURCE_LINES = 2;

/**
 * Slides of 16 to 9 as PPTX: a title, then each topic, with its sources and its number at the foot. Charts are Office's
 * own, with their figures behind them; tables are tables.
 */
export async function renderSlides(deck: SlideDeck): Promise<Uint8Array> {
  const file = new Slides();
  const look: Look = { font: FONTS[deck.language], language: deck.language };
  file.defineLayout({ name: 'WIDE', width: inches(page.width), height: inches(page.height) });
  file.layout = 'WIDE';
  file.theme = { headFontFace: look.font, bodyFontFace: look.font };
  file.title = deck.title;
  file.author = 'Mainstay';
  file.company = 'Mainstay';
  defineMaster(file, deck, look);
  titleSlide(file, deck, look);
  for (const each of slidePages(deck)) topicSlide(file, deck, each, look);
  const written = await file.write({ outputType: 'nodebuffer', compression: true });
  return written as Uint8Array;
}

function defineMaster(file: PptxGenJS, { footer }: SlideDeck, look: Look): void {
  const y = inches(page.height - 30);
  file.defineSlideMaster({
    title: MASTER,
    background: { color: 'FFFFFF' },
    objects: [
      {
        line: {
          ...{ x: inches(page.margin), y, w: inches(bodyWidth), h: 0 },
          line: { color: colours.line, width: 0.75 },
        },
      },
      {
        text: {
          text: footer,
          options: {
            ...{ x: inches(page.margin), y, w: inches(bodyWidth - 80), h: inches(22), margin: 0 },
            ...textLook(look, { size: 9, color: colours.quiet }),
          },
        },
      },
    ],
    slideNumber: {
      ...{ x: inches(page.width - page.margin - 60), y, w: inches(60), h: inches(22) },
      ...{ fontFace: look.font, fontSize: 9, color: colours.quiet, align: 'right', margin: 0 },
    },
  });
}

function titleSlide(file: PptxGenJS, deck: SlideDeck, look: Look): void {
  const slide = file.addSlide({ masterName: MASTER });
  const at = (y: number, h: number) => ({
    ...{ x: inches(page.margin), y: inches(y), w: inches(bodyWidth), h: inches(h) },
    ...{ margin: 0, valign: 'top' as const },
  });
  slide.addShape('rect', {
    ...{ x: 0, y: 0, w: inches(page.width), h: inches(12) },
    ...{ fill: { color: colours.accent }, line: { color: colours.accent } },
  });
  slide.addText(deck.title, {
    ...at(150, 90),
    valign: 'bottom',
    ...textLook(look, { size: 36, bold: true }),
  });
  slide.addText(deck.subtitle, {
    ...at(250, 36),
    ...textLook(look, { size: 20, color: colours.accent }),
  });
  slide.addText(
    deck.facts.map((text) => ({ text, options: { breakLine: true } })),
    { ...at(310, 120), ...textLook(look, { size: 13, color: colours.quiet }) },
  );
}

function topicSlide(file: PptxGenJS, deck: SlideDeck, topic: SlidePage, look: Look): void {
  const slide = file.addSlide({ masterName: MASTER });
  const asideWidth = topic.aside === null ? 0 : 120;
  slide.addText(topic.title, {
    ...{ x: inches(page.margin), y: inches(26), w: inches(bodyWidth - asideWidth), h: inches(44) },
    ...{
      margin: 0,
      valign: 'middle',
      fit: 'shrink',
      ...textLook(look, { size: sizes.title, bold: true }),
    },
  });
  if (topic.aside !== null)
    slide.addText(topic.aside, {
      ...{ x: inches(page.width - page.margin - asideWidth), y: inches(26) },
      ...{ w: inches(asideWidth), h: inches(44), margin: 0, valign: 'middle', align: 'right' },
      ...textLook(look, { size: 12, color: colours.quiet }),
    });
  for (const part of topic.parts) drawPart(file, slide, part, look);
  drawSources(slide, topic.sources, deck.sourceWords, look);
}

function drawPart(file: PptxGenJS, slide: PptxGenJS.Slide, part: SlidePart, look: Look): void {
  const y = page.top + part.y;
  const box = (x: number, w: number, h = part.height) => ({
    ...{ x: inches(x), y: inches(y), w: inches(w), h: inches(h) },
    ...{ margin: 0, valign: 'top' as const, lineSpacingMultiple: 1 },
  });
  switch (part.kind) {
    case 'heading':
      slide.addText(part.text, {
        ...box(page.margin, bodyWidth),
        valign: 'middle',
        ...textLook(look, { size: sizes.heading, bold: true, color: colours.accent }),
      });
      return;
    case 'text':
      slide.addText(part.text, {
        ...box(page.margin, bodyWidth),
        ...textLook(look, {
          size: part.quiet ? sizes.label : sizes.text,
          color: part.quiet ? colours.quiet : colours.ink,
        }),
      });
      return;
    case 'item':
      if (part.mark !== null)
        slide.addText(part.mark, {
          ...box(page.margin, markWidth - 8, sizes.text * LEADING),
          ...textLook(look, { size: sizes.text, bold: true, color: colours.accent }),
        });
      slide.addText(part.text, {
        ...box(page.margin + markWidth, bodyWidth - markWidth),
        ...textLook(look, { size: sizes.text }),
      });
      return;
    case 'facts':
      drawFacts(slide, part.items, y, look);
      return;
    case 'rows':
      drawTable(slide, part, y, look);
      return;
    case 'chart':
      drawChart(file, slide, part.chart satisfies PrintedChart, y, look);
  }
}

function drawFacts(
  slide: PptxGenJS.Slide,
  items: readonly { label: string; value: string }[],
  y: number,
  look: Look,
): void {
  const width = bodyWidth / items.length;
  for (const [index, { label, value }] of items.entries()) {
    const x = page.margin + index * width;
    const box = { x: inches(x), w: inches(width - 12), margin: 0 };
    slide.addText(label, {
      ...{ ...box, y: inches(y), h: inches(14), valign: 'top' },
      ...textLook(look, { size: sizes.label, color: colours.quiet }),
    });
    slide.addText(value, {
      ...{ ...box, y: inches(y + 15), h: inches(factHeight - 22), valign: 'top', fit: 'shrink' },
      ...textLook(look, { size: sizes.fact, bold: true }),
    });
  }
}

/** The sources of what the slide shows, linked; those that its foot has no room for stand in its notes. */
function drawSources(
  slide: PptxGenJS.Slide,
  sources: readonly PrintedSource[],
  words: SourceWords,
  look: Look,
): void {
  if (sources.length === 0) return;
  const shown = fitting(sources, words);
  const more = sources.length - shown.length;
  slide.addText(
    [
      { text: words.lead, options: {} },
      ...shown.map(({ text, url }, index) => ({
        text: index === shown.length - 1 ? text : `${text}${words.next}`,
        options: { hyperlink: { url } },
      })),
      ...(more > 0 ? [{ text: ` +${more}`, options: {} }] : []),
    ],
    {
      ...{ x: inches(page.margin), y: inches(page.bottom + 12), w: inches(bodyWidth) },
      ...{ h: inches(28), margin: 0, valign: 'top' as const },
      ...textLook(look, { size: sizes.source, color: colours.quiet }),
    },
  );
  slide.addNotes(sources.map(({ text, url }) => `${text}: ${url}`).join('\n'));
}

function fitting(
  sources: readonly PrintedSource[],
  { lead, next }: SourceWords,
): readonly PrintedSource[] {
  for (let count = sources.length; count > 1; count -= 1) {
    const text = `${lead}${sources
      .slice(0, count)
      .map((each) => each.text)
      .join(next)} +${sources.length}`;
    if (linesOf(text, bodyWidth, sizes.source).length <= SOURCE_LINES)
      return sources.slice(0, count);
  }
  return sources.slice(0, 1);
}
