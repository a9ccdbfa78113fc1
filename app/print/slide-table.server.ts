import type PptxGenJS from 'pptxgenjs';
import { colours, inches, textLook, type Look } from './slide-look';
import { bodyWidth, slide as page, tableGap, type SlidePart } from './slide-pages';

type Rows = Extract<SlidePart, { kind: 'rows' }>;
type Kind = 'head' | 'row' | 'total';
type Border = [
  top: PptxGenJS.BorderProps,
  right: PptxGenJS.BorderProps,
  bottom: PptxGenJS.BorderProps,
  left: PptxGenJS.BorderProps,
];

/** A table of Office's own: a head, a line below each row, the last row bold where it is the total. */
export function drawTable(
  slide: PptxGenJS.Slide,
  { shape, rows, hasTotal }: Rows,
  y: number,
  look: Look,
): void {
  const row = (texts: readonly string[], kind: Kind) =>
    texts.map((text, index) => cell({ text, kind, align: shape.columns[index]?.align }));
  const cell = ({
    text,
    kind,
    align,
  }: {
    text: string;
    kind: Kind;
    align: string | undefined;
  }) => ({
    text,
    options: {
      ...textLook(look, {
        size: shape.size,
        bold: kind === 'total',
        color: kind === 'head' ? colours.quiet : colours.ink,
      }),
      align: align === 'end' ? ('right' as const) : ('left' as const),
      valign: kind === 'head' ? ('bottom' as const) : ('top' as const),
      border: borderOf(kind),
    },
  });
  slide.addTable(
    [
      row(
        shape.columns.map(({ header }) => header),
        'head',
      ),
      ...rows.map((texts, index) =>
        row(texts, hasTotal && index === rows.length - 1 ? 'total' : 'row'),
      ),
    ],
    {
      ...{ x: inches(page.margin), y: inches(y + tableGap), w: inches(bodyWidth) },
      colW: shape.widths.map(inches),
      margin: [inches(3), inches(6), inches(2), inches(6)],
      autoPage: false,
    },
  );
}

function borderOf(kind: Kind): Border {
  const none = { type: 'none' as const };
  const [color, pt] = kind === 'head' ? [colours.ink, 1] : [colours.line, 0.5];
  return [none, none, { type: 'solid', color, pt }, none];
}
