import { getTableName, is, sql, Table } from 'drizzle-orm';
import * as schema from '~db/schema';
import type { Reader } from '~db/store.server';

/** Every row of every table that holds the text anywhere, as `table: row`. */
export async function rowsWith(reader: Reader, text: string): Promise<string[]> {
  const tables = Object.values(schema as Record<string, unknown>).filter((part) => is(part, Table));
  const found: string[] = [];
  for (const table of tables) {
    const name = getTableName(table);
    const rows = await reader.rows<object>(sql`select * from ${sql.identifier(name)}`);
    for (const row of rows.map((each) => JSON.stringify(each)))
      if (row.toLowerCase().includes(text.toLowerCase())) found.push(`${name}: ${row}`);
  }
  return found;
}

/** The tables among these rows, each once. */
export function tablesOf(rows: readonly string[]): string[] {
  return [...new Set(rows.map((row) => row.slice(0, row.indexOf(':'))))].sort();
}
