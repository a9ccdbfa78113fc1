import { foldText } from './fold-text';
import { columnLetters } from './grid';
import type { Header } from './find-header';
import type { ColumnSum, Mapping } from './mapping';
import { lookUp, matchHeading, type NameIndex } from './match-header';
import type { KpiDefinition } from './reading';
import type { ColumnRole } from './column-headings';

/** Column indexes that are added, and those that are taken away. A single column is a sum of one. */
export type PlannedSum = { add: number[]; subtract: number[] };

/** How one KPI is read from a row of a wide sheet. */
export type PlannedKpi = {
  kpi: KpiDefinition;
  value: PlannedSum | null;
  numerator: PlannedSum | null;
  denominator: PlannedSum | null;
  sampleSize: PlannedSum | null;
};

/** What each column of a sheet is taken for, shown to the reader before anything is stored. */
export type ColumnUse =
  | { as: 'role'; role: ColumnRole }
  | { as: 'kpi'; kpi: string }
  | { as: 'part'; of: 'market' | 'computed' | 'rows' }
  | { as: 'left_out' }
  | { as: 'unknown' };

export type ColumnPlan = {
  uses: ColumnUse[];
  roles: Map<ColumnRole, number>;
  kpis: PlannedKpi[];
  marketParts: { columns: number[]; separator: string; create: boolean } | null;
  rowRules: { column: number; keep: Set<string> | null; drop: Set<string> | null }[];
  /** Columns that nobody has named yet. */
  unknown: number[];
};

type Places = Map<string, number>;

/**
 * What to do with the columns of a sheet: the mapping first, then the headings by themselves. Columns named twice, and
 * columns that the mapping wants but the file lacks, are errors.
 */
export function planColumns(
  header: Header,
  mapping: Mapping | null,
  kpis: NameIndex<KpiDefinition>,
  report: (
    code: 'column_twice' | 'mapping_column_missing' | 'kpi_unknown',
    column: number | null,
    value: string,
  ) => void,
): ColumnPlan {
  const places: Places = new Map();
  header.names.forEach((name, column) => {
    if (name !== '') places.set(foldText(name), column);
  });
  const plan: ColumnPlan = {
    uses: header.names.map(() => ({ as: 'unknown' })),
    roles: new Map(),
    kpis: [],
    marketParts: null,
    rowRules: [],
    unknown: [],
  };
  const find = (name: string) => {
    const column = places.get(foldText(name));
    if (column === undefined) report('mapping_column_missing', null, name);
    return column ?? -1;
  };
  if (mapping) applyMapping(plan, mapping, kpis, find, places, report);
  header.names.forEach((name, column) => {
    if (plan.uses[column]?.as === 'unknown') applyHeading(plan, name, column, kpis, report);
  });
  dropContradictions(plan);
  return plan;
}

/**
 * A sheet has a row per reading or a column per KPI. Columns that belong to the other shape are asked about, so that no
 * figure is lost unseen; numerator and denominator may stand beside the only KPI.
 */
function dropContradictions(plan: ColumnPlan): void {
  const ask = (column: number) => {
    plan.uses[column] = { as: 'unknown' };
    plan.unknown.push(column);
  };
  if (plan.roles.has('kpi')) {
    plan.uses.forEach((use, column) => {
      if (use.as === 'kpi') ask(column);
    });
    return;
  }
  if (plan.kpis.length === 0) return;
  const [only] = plan.kpis;
  for (const role of ['value', 'numerator', 'denominator'] as const) {
    const column = plan.roles.get(role);
    if (column === undefined) continue;
    if (role !== 'value' && only && plan.kpis.length === 1 && only[role] === null)
      only[role] = { add: [column], subtract: [] };
    else ask(column);
  }
}

type Report = Parameters<typeof planColumns>[3];

function applyMapping(
  plan: ColumnPlan,
  mapping: Mapping,
  kpis: NameIndex<KpiDefinition>,
  find: (name: string) => number,
  places: Places,
  report: Report,
): void {
  const use = (column: number, meaning: ColumnUse) => {
    if (plan.uses[column]?.as === 'unknown') plan.uses[column] = meaning;
  };
  for (const rule of mapping.rows) {
    const column = find(rule.heading);
    const set = (cells: string[] | undefined) => (cells ? new Set(cells.map(foldText)) : null);
    plan.rowRules.push({ column, keep: set(rule.keep), drop: set(rule.drop) });
  }
  if (mapping.market) {
    const { columns, ...rest } = mapping.market;
    plan.marketParts = { columns: columns.map(find), ...rest };
    for (const column of plan.marketParts.columns) use(column, { as: 'part', of: 'market' });
  }
  for (const meaning of mapping.columns) {
    if (meaning.as === 'left_out')
      use(places.get(foldText(meaning.heading)) ?? -1, { as: 'left_out' });
    else if (meaning.as === 'role')
      setRole(plan, meaning.role, find(meaning.heading), meaning.heading, report);
    else setKpi(plan, meaning.kpi, find(meaning.heading), kpis, report);
  }
  for (const entry of mapping.kpis) {
    const kpi = lookUp(kpis, entry.kpi);
    if (!kpi) {
      report('kpi_unknown', null, entry.kpi);
      continue;
    }
    const sum = (columns: ColumnSum | undefined) => {
      if (!columns) return null;
      const planned = { add: columns.add.map(find), subtract: columns.subtract.map(find) };
      for (const column of [...planned.add, ...planned.subtract])
        use(column, { as: 'part', of: 'computed' });
      return planned;
    };
    plan.kpis.push({
      kpi,
      value: sum(entry.value),
      numerator: sum(entry.numerator),
      denominator: sum(entry.denominator),
      sampleSize: sum(entry.sampleSize),
    });
  }
  for (const rule of plan.rowRules) use(rule.column, { as: 'part', of: 'rows' });
}

function applyHeading(
  plan: ColumnPlan,
  name: string,
  column: number,
  kpis: NameIndex<KpiDefinition>,
  report: Report,
): void {
  const match = matchHeading(name, kpis);
  if (match && 'kpi' in match) setKpi(plan, match.kpi.code, column, kpis, report);
  else if (match && !(match.role === 'market' && plan.marketParts))
    setRole(plan, match.role, column, name, report);
  else plan.unknown.push(column);
}

function setRole(
  plan: ColumnPlan,
  role: ColumnRole,
  column: number,
  name: string,
  report: Report,
): void {
  if (column < 0) return;
  const alone = role !== 'note' && role !== 'unit' && role !== 'errors';
  if (alone && plan.roles.has(role)) report('column_twice', column, name);
  if (!plan.roles.has(role)) plan.roles.set(role, column);
  plan.uses[column] = { as: 'role', role };
}

function setKpi(
  plan: ColumnPlan,
  code: string,
  column: number,
  kpis: NameIndex<KpiDefinition>,
  report: Report,
): void {
  const kpi = lookUp(kpis, code);
  if (column < 0) return;
  if (!kpi) return report('kpi_unknown', column, code);
  if (plan.kpis.some((planned) => planned.kpi === kpi)) report('column_twice', column, code);
  const value = { add: [column], subtract: [] };
  plan.kpis.push({ kpi, value, numerator: null, denominator: null, sampleSize: null });
  plan.uses[column] = { as: 'kpi', kpi: kpi.code };
}

/** A name for a column in words to the reader: its heading, else its letters. */
export function columnTitle(names: readonly string[], column: number): string {
  return names[column]?.trim() || columnLetters(column);
}
