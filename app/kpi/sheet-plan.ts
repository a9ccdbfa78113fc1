import { columnTitle, planColumns, type ColumnPlan } from './column-plan';
import { findHeader, type Header } from './find-header';
import type { FindingCode } from './finding';
import type { Grid } from './grid';
import type { Mapping, RememberedMapping } from './mapping';
import type { ReadContext } from './reading';
import type { Names } from './sheet-reader';

/** A column that nobody has named yet, with some of its cells, for mapping by hand. */
export type UnknownColumn = { column: number; title: string; samples: string[] };

/** A sheet whose columns have been made out, with what was wrong with them. */
export type Planned = {
  grid: Grid;
  header: Header;
  plan: ColumnPlan;
  mapping: Mapping | null;
  problems: Problem[];
};
export type Problem = { code: FindingCode; column: number | null; value: string };

const SAMPLES = 4;

/** The header of a sheet and what its columns are; null when nothing looks like a header. */
export function planGrid(
  grid: Grid,
  names: Names,
  choice: { mapping?: Mapping | null; remembered?: readonly RememberedMapping[] },
): Planned | null {
  const remembered = choice.remembered ?? [];
  const chosen = choice.mapping
    ? [{ fingerprint: '', mapping: choice.mapping }, ...remembered]
    : remembered;
  const header = findHeader(grid, names.kpis, chosen);
  if (!header) return null;
  const mapping = choice.mapping ?? header.mapping;
  const problems: Problem[] = [];
  const plan = planColumns(header, mapping, names.kpis, (code, column, value) =>
    problems.push({ code, column, value }),
  );
  return { grid, header, plan, mapping, problems };
}

/** True where the months and at least one KPI can be read. */
export function isUsable(plan: ColumnPlan, context: ReadContext): boolean {
  return missingColumns(plan, context).length === 0;
}

/** The columns without which a sheet says nothing. */
export function missingColumns(plan: ColumnPlan, context: ReadContext): FindingCode[] {
  const { roles } = plan;
  const missing: FindingCode[] = [];
  if (!roles.has('period') && context.assume?.period === undefined)
    missing.push('period_column_missing');
  if (!isLong(plan)) {
    if (plan.kpis.length === 0) missing.push('kpi_column_missing');
  } else if (!roles.has('value') && !(roles.has('numerator') && roles.has('denominator')))
    missing.push('value_column_missing');
  return missing;
}

/** Every column that holds numbers. */
export function valueColumns(plan: ColumnPlan): number[] {
  const sums = plan.kpis.flatMap((kpi) => [
    kpi.value,
    kpi.numerator,
    kpi.denominator,
    kpi.sampleSize,
  ]);
  const roles = (['value', 'numerator', 'denominator', 'sample_size'] as const).map((role) =>
    plan.roles.get(role),
  );
  const columns = [...sums.flatMap((sum) => (sum ? [...sum.add, ...sum.subtract] : [])), ...roles];
  return [
    ...new Set(columns.filter((column): column is number => column !== undefined && column >= 0)),
  ];
}

/** Unit of the one KPI that a column holds, or null. */
export function unitOf(plan: ColumnPlan, column: number): string | null {
  if (plan.roles.get('sample_size') === column) return 'count';
  const planned = plan.kpis.find(({ value }) => value?.add.length === 1 && value.add[0] === column);
  return planned?.kpi.unit ?? null;
}

/** The filled cells of a column below the header. */
export function* columnCells(grid: Grid, firstRow: number, column: number): Generator<string> {
  for (let index = firstRow; index < grid.rows.length; index += 1) {
    const cell = grid.rows[index]?.[column];
    if (cell) yield cell;
  }
}

/** Columns with cells that neither the headings nor the mapping explain. */
export function unknownColumns({ grid, header, plan }: Planned): UnknownColumn[] {
  return plan.unknown.flatMap((column) => {
    const samples: string[] = [];
    for (const cell of columnCells(grid, header.index + 1, column)) {
      if (cell.trim() !== '') samples.push(cell.trim().slice(0, 60));
      if (samples.length === SAMPLES) break;
    }
    return samples.length === 0
      ? []
      : [{ column, title: columnTitle(header.names, column), samples }];
  });
}

/** True where each row is one reading and a column names its KPI. */
export function isLong(plan: ColumnPlan): boolean {
  return plan.roles.has('kpi');
}
