import { getTableColumns, is, Table, type AnyColumn } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from '~db/schema';

/** A column that holds the id of a person: who did something, whom it is about, whose it is. */
export type PersonPointer = { table: SQLiteTable; name: string; column: AnyColumn };

/** Columns that end like those of people and hold ids of something else. */
const others = new Set(['claimedBy', 'supersededBy', 'reportedBy']);

/** Every column of every table that points at a person: a table that comes later is among them by itself. */
export const personPointers: readonly PersonPointer[] = Object.values(
  schema as Record<string, unknown>,
).flatMap((part) => {
  if (!is(part, Table)) return [];
  const table = part as SQLiteTable;
  return Object.entries(getTableColumns(table))
    .filter(([name, { dataType }]) => dataType === 'number' && isOfPerson(name))
    .map(([name, column]) => ({ table, name, column }));
});

function isOfPerson(name: string): boolean {
  return /(^p|P)ersonId$|By$|^ownerId$|^reviewerId$/.test(name) && !others.has(name);
}
