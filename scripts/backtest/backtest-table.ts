import type { BacktestResult } from '~/sla/backtest';

type Column<T> = { title: string; cell: (row: T) => string; right?: boolean };

const EVALUATIONS: Column<BacktestResult['evaluations'][number]>[] = [
  { title: 'term', cell: (row) => String(row.term), right: true },
  { title: 'kpi', cell: (row) => row.kpi },
  { title: 'period', cell: (row) => row.period },
  { title: 'outcome', cell: (row) => row.outcome },
  { title: 'why', cell: (row) => row.reason ?? row.kind ?? '' },
  { title: 'severity', cell: (row) => row.severity ?? '' },
  { title: 'measured', cell: (row) => row.measured ?? '', right: true },
  { title: 'shortfall', cell: (row) => row.shortfall ?? '', right: true },
  { title: 'run', cell: (row) => String(row.run), right: true },
  { title: 'points', cell: (row) => String(row.points), right: true },
  { title: 'triggers', cell: (row) => row.triggers.join(' ') },
  { title: 'credit', cell: (row) => row.credit, right: true },
  { title: 'capped', cell: (row) => row.capped, right: true },
];

const CREDITS: Column<BacktestResult['credits'][number]>[] = [
  { title: 'period', cell: (row) => row.period },
  { title: 'currency', cell: (row) => row.currency },
  { title: 'gross', cell: (row) => row.gross, right: true },
  { title: 'capped', cell: (row) => row.capped, right: true },
  { title: 'issued', cell: (row) => row.issued, right: true },
];

const SWEEP: Column<BacktestResult['sweep'][number]>[] = [
  { title: 'target', cell: (row) => row.target, right: true },
  { title: 'failures', cell: (row) => String(row.failures), right: true },
  { title: 'runs', cell: (row) => String(row.runs), right: true },
  { title: 'triggers', cell: (row) => String(row.triggers), right: true },
  { title: 'issued', cell: (row) => row.issued, right: true },
];

/** A back-test's result as tables to read in a terminal. */
export function backtestTable(result: BacktestResult): string {
  const { failures, points, issued } = result.totals;
  return [
    table(EVALUATIONS, result.evaluations),
    table(CREDITS, result.credits),
    ...(result.sweep.length > 0 ? [table(SWEEP, result.sweep)] : []),
    `${failures} failures, ${points} points, ${issued} issued`,
  ].join('\n\n');
}

function table<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  const lines = [
    columns.map((column) => column.title),
    ...rows.map((row) => columns.map((column) => column.cell(row))),
  ];
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((line) => line[index]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, index) => {
          const width = widths[index] ?? 0;
          return columns[index]?.right ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
