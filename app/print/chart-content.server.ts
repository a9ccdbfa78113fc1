import type { Content, TableCell } from 'pdfmake';
import { chartSvg, chartTicks, EDGE } from './chart-svg';
import type { PrintedChart } from './printed-document';
import { textWidth } from './text-width';

const HEIGHT = 84;
const INK = '#1c2733';
const QUIET = '#56626f';
const BREACHED = '#b3261e';
const LARGEST = 8;
const SMALLEST = 5;

/** A chart as it is printed: its name, the line, what target and warning are, and every figure below its month. */
export function chartContent(
  chart: PrintedChart,
  words: (text: string) => Content[],
  width: number,
): Content {
  const { title, names, points, target, warning, source } = chart;
  const levels = [
    ...(target ? [`${names.target} ${target.text} (– –)`] : []),
    ...(warning ? [`${names.warning} ${warning.text} (· ·)`] : []),
  ];
  const column = (width - EDGE.left - EDGE.right) / Math.max(1, points.length);
  const widest = Math.max(
    1,
    ...points.flatMap(({ label, text }) => [textWidth(label, 1), textWidth(text, 1)]),
  );
  const fontSize = Math.max(SMALLEST, Math.min(LARGEST, (column - 2) / widest));
  const cell = (text: string, look: Partial<TableCell>): TableCell =>
    ({ text: words(text), alignment: 'center', fontSize, ...look }) as TableCell;
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    stack: [
      { text: words(title), bold: true, link: source.url },
      { text: words(levels.join('   ')), color: QUIET, fontSize: 7.5 },
      ...chartTicks(chart, HEIGHT).map(({ text, y }) => ({
        ...{ text: words(text), color: QUIET, fontSize: 7 },
        relativePosition: { x: 0, y: y - 5 },
      })),
      { svg: chartSvg(chart, width, HEIGHT), width },
      {
        table: {
          widths: points.map(() => column),
          body: [
            points.map(({ label }) => cell(label, { color: QUIET })),
            points.map(({ text, breached }) =>
              cell(text, { bold: breached, color: breached ? BREACHED : INK }),
            ),
          ],
        },
        margin: [EDGE.left, 0, 0, 0],
        layout: {
          ...{ hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: () => 0 },
          ...{ paddingRight: () => 0, paddingTop: () => 0, paddingBottom: () => 2 },
        },
      },
      ...(source.text === ''
        ? []
        : [{ text: words(source.text), color: QUIET, fontSize: 7.5, link: source.url }]),
    ],
  };
}
