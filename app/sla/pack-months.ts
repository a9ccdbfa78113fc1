import { figure, measured, said, words } from '~/packs/pack-value';
import { fourQuarters } from '~/packs/quarter';
import type { PackBlock, PackCell, PackFigure, PackValue } from '~/packs/section';
import { periodsBetween, type Period } from '~/shared/period';
import {
  kpiSource,
  lineName,
  lineWords,
  monthFigureId,
  monthsWithin,
  type PackLine,
  type PackMonth,
} from './pack-line';

type Request = { vendorId: number; quarter: Period; lastPeriod: Period };

/** A target with its side: at least, or at most. */
export function atTarget(month: Pick<PackMonth, 'target' | 'direction'>, unit: string): PackValue {
  const target = measured(month.target, unit);
  return month.direction === 'higher'
    ? said('packs:kpis.atLeast', { target })
    : said('packs:kpis.atMost', { target });
}

/** The values of the quarter month by month, a row for each term. */
export function monthTable(lines: readonly PackLine[], request: Request): PackBlock {
  const { quarter, lastPeriod, vendorId } = request;
  const periods = periodsBetween(quarter, lastPeriod);
  return {
    kind: 'table',
    title: words('packs:kpis.byMonth'),
    columns: [
      { words: words('packs:column.term') },
      { words: words('packs:column.target'), align: 'end' },
      ...periods.map((period) => ({
        words: words('packs:inMonth', { month: { kind: 'period' as const, period } }),
        align: 'end' as const,
      })),
    ],
    rows: lines.flatMap((line) => {
      const source = kpiSource(line, vendorId);
      const last = monthsWithin(line, quarter, lastPeriod).at(-1);
      if (!last) return [];
      const cells: PackCell[] = periods.map((period) => monthCell(line, period, source));
      return [{ source, cells: [lineName(line), atTarget(last, line.kpi.unit), ...cells] }];
    }),
    empty: words('packs:kpis.none'),
  };
}

function monthCell(line: PackLine, period: Period, source: PackFigure['source']): PackFigure {
  const month = line.months.find((each) => each.period === period);
  const cell = figure(
    monthFigureId(line, period),
    lineWords(line),
    measured(month?.measured ?? null, line.kpi.unit),
    { from: period, to: period, source },
  );
  return month?.breach?.state === 'disputed' ? { ...cell, disputed: true } : cell;
}

/** The course of a KPI: of its term for everything, else of the one that failed most. */
export function seriesOf(
  lines: readonly PackLine[],
  { quarter, lastPeriod, vendorId }: Request,
): PackBlock[] {
  const first = fourQuarters(quarter)[0] ?? quarter;
  const failures = (line: PackLine) =>
    line.months.filter(({ outcome }) => outcome === 'breached').length;
  const whole = lines.find(({ place }) => place === null);
  const line = whole ?? [...lines].sort((a, b) => failures(b) - failures(a))[0];
  const last = line?.months.at(-1);
  if (!line || !last || !line.months.some(({ measured: value }) => value !== null)) return [];
  const byPeriod = new Map(line.months.map((month) => [month.period, month]));
  return [
    {
      kind: 'series',
      title: lineWords(line),
      unit: line.kpi.unit,
      direction: last.direction,
      target: last.target,
      warning: last.warning,
      points: periodsBetween(first, lastPeriod).map((period) => {
        const month = byPeriod.get(period);
        return {
          period,
          value: month?.measured ?? null,
          breached: month?.outcome === 'breached',
        };
      }),
      source: kpiSource(line, vendorId),
    },
  ];
}
