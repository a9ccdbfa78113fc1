import { formatNumber } from '~/shared/format';
import { chartScale, type ChartScale } from './chart-scale';
import type { PrintedChart } from './printed-document';

const INK = '#1c2733';
const GRID = '#e3e8ec';
const ACCENT = '#0d5a61';
const BREACHED = '#b3261e';
const WARNING = '#9a6700';

/** Points: beside the plot on its left for the axis, above, below and right of it for the marks. */
export const EDGE = { left: 40, right: 10, top: 8, bottom: 6 };

type Plot = { width: number; height: number; scale: ChartScale; count: number };

/** A line over months as SVG: gaps where nothing is known, misses as red diamonds, target and warning dashed. */
export function chartSvg(
  { points, target, warning }: Pick<PrintedChart, 'points' | 'target' | 'warning'>,
  width: number,
  height: number,
): string {
  const scale = chartScale([...points.map(({ value }) => value), target?.value, warning?.value]);
  if (!scale) return `<svg width="${width}" height="${height}" xmlns="${XMLNS}"></svg>`;
  const plot = { width, height, scale, count: points.length };
  const levels = [
    ...(warning ? [level(plot, warning.value, WARNING, '1.5 2')] : []),
    ...(target ? [level(plot, target.value, INK, '5 3')] : []),
  ];
  return [
    `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xmlns="${XMLNS}">`,
    ...grid(plot),
    ...levels,
    ...runs(points, plot),
    ...marks(points, plot),
    '</svg>',
  ].join('');
}

const XMLNS = 'http://www.w3.org/2000/svg';

function x({ width, count }: Plot, index: number): number {
  const room = width - EDGE.left - EDGE.right;
  return EDGE.left + (room * (index + 0.5)) / count;
}

function y({ height, scale }: Plot, value: number): number {
  const room = height - EDGE.top - EDGE.bottom;
  return EDGE.top + room * (1 - (value - scale.low) / (scale.high - scale.low || 1));
}

function grid(plot: Plot): string[] {
  return gridValues(plot.scale).map((value) =>
    line(plot, value, `stroke="${GRID}" stroke-width="0.6"`),
  );
}

function gridValues({ low, high, step }: ChartScale): number[] {
  return Array.from({ length: Math.round((high - low) / step) + 1 }, (_, n) =>
    Number((low + n * step).toPrecision(12)),
  );
}

/** The figures of the axis with how far down each stands, in points: text is set by the page, in the page's fonts. */
export function chartTicks(
  { points, target, warning }: Pick<PrintedChart, 'points' | 'target' | 'warning'>,
  height: number,
): { text: string; y: number }[] {
  const scale = chartScale([...points.map(({ value }) => value), target?.value, warning?.value]);
  if (!scale) return [];
  const plot = { width: 0, height, scale, count: points.length };
  return gridValues(scale).map((value) => ({ text: formatNumber(value), y: y(plot, value) }));
}

function level(plot: Plot, value: string, color: string, dash: string): string {
  return line(
    plot,
    Number(value),
    `stroke="${color}" stroke-width="0.9" stroke-dasharray="${dash}"`,
  );
}

function line(plot: Plot, value: number, look: string): string {
  const at = round(y(plot, value));
  return `<line x1="${EDGE.left}" x2="${plot.width - EDGE.right}" y1="${at}" y2="${at}" ${look}/>`;
}

/** One line for each stretch of months without a gap. */
function runs(points: PrintedChart['points'], plot: Plot): string[] {
  const stretches: string[][] = [[]];
  for (const [index, { value }] of points.entries()) {
    if (value === null) stretches.push([]);
    else stretches.at(-1)?.push(`${round(x(plot, index))},${round(y(plot, Number(value)))}`);
  }
  return stretches
    .filter(({ length }) => length > 1)
    .map(
      (stretch) =>
        `<polyline points="${stretch.join(' ')}" fill="none" stroke="${ACCENT}" stroke-width="1.5"/>`,
    );
}

function marks(points: PrintedChart['points'], plot: Plot): string[] {
  return points.flatMap(({ value, breached }, index) => {
    if (value === null) return [];
    const [at, up] = [round(x(plot, index)), round(y(plot, Number(value)))];
    if (!breached) return [`<circle cx="${at}" cy="${up}" r="2.2" fill="${ACCENT}"/>`];
    const corners = [`${at},${up - 4}`, `${at + 4},${up}`, `${at},${up + 4}`, `${at - 4},${up}`];
    return [`<polygon points="${corners.join(' ')}" fill="${BREACHED}"/>`];
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
