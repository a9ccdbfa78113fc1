import { Column, getTableColumns, getTableName, type Table } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { Engine } from './columns';

/** What a driver binds to a place in a statement. */
export type Cell = string | number | boolean | null;

/** A column of a statement over many rows: its value in a row, and how the engine names, types and binds it. */
export type ManyColumn = { name: string; type: string; cell: (row: object) => Cell };

/**
 * Rows that are there already by `keys` take the new values of `set`, and those of `add` on top of their own; without
 * either they stay as they are.
 */
export type Conflict<Name extends string> = {
  keys: readonly Name[];
  set?: readonly Name[];
  add?: readonly Name[];
};

const inserted = new WeakMap<Table, ManyColumn[]>();

/** The columns that an inserted row fills: all but those that the engine counts up itself. */
export function insertedColumns(table: Table): ManyColumn[] {
  const columns = inserted.get(table) ?? filledColumns(table);
  inserted.set(table, columns);
  return columns;
}

function filledColumns(table: Table): ManyColumn[] {
  return Object.entries(getTableColumns(table))
    .filter(
      ([, { hasDefault, default: fixed, defaultFn }]) =>
        !hasDefault || fixed !== undefined || defaultFn !== undefined,
    )
    .map(([key]) => columnOf(table, key));
}

/** One column of a table by its property; a value that a row leaves out is the column's default, else null. */
export function columnOf(table: Table, key: string): ManyColumn {
  const column = getTableColumns(table)[key];
  if (!column) throw new Error(`${getTableName(table)} has no column ${key}`);
  const type = column.getSQLType();
  // Most columns are bound as they are: asking each for each of its values costs as much as binding it.
  const isPlain = column.mapToDriverValue === Column.prototype.mapToDriverValue;
  const missing = (): unknown => column.defaultFn?.() ?? column.default ?? null;
  return {
    name: nameOf(key),
    type: type === 'bigserial' ? 'bigint' : type,
    cell(row) {
      const value = (row as Record<string, unknown>)[key] ?? missing();
      return isPlain || value === null ? (value as Cell) : (column.mapToDriverValue(value) as Cell);
    },
  };
}

/**
 * An insert of many rows: the embedded engine binds one row at a time to it, PostgreSQL all of them at once, an array for
 * each column, so that the statement is the same however many they are.
 */
export function insertText(
  engine: Engine,
  table: Table,
  columns: readonly ManyColumn[],
  conflict?: Conflict<string>,
): string {
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const values =
    engine === 'sqlite'
      ? `values (${columns.map(() => '?').join(', ')})`
      : `select * from ${unnested(columns)}`;
  return `insert into "${getTableName(table)}" (${names}) ${values}${conflictText(table, conflict)}`;
}

/** An update of many rows, each found by its keys; the new values are bound first. */
export function updateText(
  engine: Engine,
  table: Table,
  set: readonly ManyColumn[],
  by: readonly ManyColumn[],
): string {
  const name = `"${getTableName(table)}"`;
  if (engine === 'sqlite') {
    const equal = (columns: readonly ManyColumn[], glue: string) =>
      columns.map((column) => `"${column.name}" = ?`).join(glue);
    return `update ${name} set ${equal(set, ', ')} where ${equal(by, ' and ')}`;
  }
  const columns = [...set, ...by].map((column) => `"${column.name}"`).join(', ');
  const changes = set.map((column) => `"${column.name}" = given."${column.name}"`).join(', ');
  const found = by.map((column) => `${name}."${column.name}" = given."${column.name}"`);
  return `update ${name} set ${changes} from ${unnested([...set, ...by])} as given (${columns}) where ${found.join(' and ')}`;
}

function unnested(columns: readonly ManyColumn[]): string {
  return `unnest(${columns.map(({ type }, at) => `$${at + 1}::${type}[]`).join(', ')})`;
}

function conflictText(table: Table, conflict: Conflict<string> | undefined): string {
  if (!conflict) return '';
  const { keys, set = [], add = [] } = conflict;
  const changes = [
    ...set.map((key) => `"${nameOf(key)}" = excluded."${nameOf(key)}"`),
    ...add.map((key) => {
      const name = `"${nameOf(key)}"`;
      return `${name} = "${getTableName(table)}".${name} + excluded.${name}`;
    }),
  ];
  const found = keys.map((key) => `"${nameOf(key)}"`).join(', ');
  const follow = changes.length === 0 ? 'nothing' : `update set ${changes.join(', ')}`;
  return ` on conflict (${found}) do ${follow}`;
}

const nameOf = (key: string) => toSnakeCase(key);
