import type PptxGenJS from 'pptxgenjs';
import { chartScale } from './chart-scale';
import type { PrintedChart } from './printed-document';
import { bodyWidth, chartHeight, slide as page } from './slide-pages';
import { textWidth } from './text-width';
import { colours, inches, type Look } from './slide-look';

/** Points: the title above a chart, and the table of its figures below. */
const TITLE = 18;
const TABLE = 40;
const LEAST_SIZE = 7;

/** A line of Office's own over the months, with its target and its warning; below it the same figures in words. */
export function drawChart(
  file: PptxGenJS,
  slide: PptxGenJS.Slide,
  chart: PrintedChart,
  y: number,
  look: Look,
): void {
  const box = { x: inches(page.margin), w: inches(bodyWidth) };
  const letters = { fontFace: look.font, lang: look.language };
  slide.addText(chart.title, {
    ...{ ...box, y: inches(y), h: inches(TITLE), margin: 0, valign: 'middle' },
    ...{ ...letters, fontSize: 12, bold: true, color: colours.ink },
  });
  const lines = linesOfChart(chart);
  slide.addChart(
    file.ChartType.line,
    lines.map(({ name, values }) => ({
      name,
      labels: chart.points.map(({ label }) => label),
      // An empty cell is a gap in the line; the package's types know numbers alone.
      values: values as number[],
    })),
    {
      ...{ ...box, y: inches(y + TITLE), h: inches(chartHeight - TITLE - TABLE - 6) },
      chartColors: lines.map(({ color }) => color),
      ...{ lineSize: 2, lineDataSymbolSize: 6, lineDataSymbol: 'circle', displayBlanksAs: 'gap' },
      ...{ showLegend: true, legendPos: 'r', legendFontFace: look.font, legendFontSize: 9 },
      ...{
        catAxisLabelFontFace: look.font,
        catAxisLabelFontSize: 9,
        catAxisLabelColor: colours.quiet,
      },
      ...{
        valAxisLabelFontFace: look.font,
        valAxisLabelFontSize: 9,
        valAxisLabelColor: colours.quiet,
      },
      ...{ valGridLine: { color: 'E3E8EC', size: 0.5 }, catGridLine: { style: 'none' } },
      ...axisOf(chart),
      altText: chart.title,
    },
  );
  drawFigures(slide, chart, y + chartHeight - TABLE - 4, look);
}

function linesOfChart({ points, names, target, warning }: PrintedChart) {
  const flat = (value: string) => points.map(() => Number(value));
  return [
    {
      name: names.value,
      color: colours.accent,
      values: points.map(({ value }) => (value === null ? null : Number(value))),
    },
    ...(target
      ? [{ name: `${names.target} ${target.text}`, color: colours.ink, values: flat(target.value) }]
      : []),
    ...(warning
      ? [
          {
            name: `${names.warning} ${warning.text}`,
            color: colours.warning,
            values: flat(warning.value),
          },
        ]
      : []),
  ];
}

function axisOf({ points, target, warning }: PrintedChart) {
  const scale = chartScale([...points.map(({ value }) => value), target?.value, warning?.value]);
  if (!scale) return {};
  return {
    valAxisMinVal: scale.low,
    valAxisMaxVal: scale.high,
    valAxisMajorUnit: scale.step,
    valAxisLabelFormatCode: scale.step < 1 ? '0.0##' : '#,##0',
  };
}

function drawFigures(
  slide: PptxGenJS.Slide,
  { points }: PrintedChart,
  y: number,
  look: Look,
): void {
  const width = bodyWidth / Math.max(1, points.length);
  const widest = Math.max(
    1,
    ...points.flatMap(({ label, text }) => [textWidth(label, 1), textWidth(text, 1)]),
  );
  const size = Math.max(LEAST_SIZE, Math.min(9.5, (width - 5) / widest));
  const cell = (text: string, options: PptxGenJS.TableCellProps) => ({
    text,
    options: {
      fontFace: look.font,
      lang: look.language,
      fontSize: size,
      align: 'center' as const,
      ...options,
    },
  });
  slide.addTable(
    [
      points.map(({ label }) => cell(label, { color: colours.quiet })),
      points.map(({ text, breached }) =>
        cell(text, { bold: breached, color: breached ? colours.breached : colours.ink }),
      ),
    ],
    {
      ...{ x: inches(page.margin), y: inches(y), w: inches(bodyWidth), margin: inches(2) },
      ...{ colW: points.map(() => inches(width)), autoPage: false },
      border: { type: 'none' },
    },
  );
}
