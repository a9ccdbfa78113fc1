import { getTableName, is, sql, Table } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import * as schema from '~db/schema';
import type { Reader } from '~db/store.server';

/** What comes and goes with how the work was done, not with what was done: runs, claims, sessions. */
const LEFT_OUT = new Set([
  'job_runs',
  'work',
  'runners',
  'sessions',
  'audit_entries',
  'audit_head',
]);
/** Columns that only count how often something was tried, and what is drawn by chance: a key is compared by whose it is. */
const APART = new Set([
  ...['attempts', 'staging_round', 'claimed_by', 'last_error'],
  ...['sealed_key', 'master'],
]);

const names = Object.values(schema as Record<string, unknown>)
  .filter((part) => is(part, Table))
  .map((part) => getTableName(part))
  .filter((name) => !LEFT_OUT.has(name));

type Row = Record<string, unknown>;
type Dump = Map<string, string[]>;

/** Every row of a store as text, ids and times apart: a key is replaced by what it points at. */
export async function dumpStore(reader: Reader): Promise<Dump> {
  const tables = new Map<string, Row[]>();
  for (const name of names) {
    tables.set(name, await reader.rows<Row>(sql`select * from ${sql.identifier(name)}`));
  }
  let labels = new Map<string, string>();
  for (let round = 0; round < 4; round += 1) labels = labelled(tables, labels);
  const rows = [...tables].map(
    ([name, found]) => [name, found.map((row) => plain(row, labels)).sort()] as const,
  );
  return new Map([...rows, ['audit trail', await deedsOf(reader)]]);
}

/** A name for each key, from what its row holds and, round by round, from what that points at. */
function labelled(tables: Map<string, Row[]>, labels: Map<string, string>): Map<string, string> {
  const next = new Map<string, string>();
  for (const [name, rows] of tables) {
    for (const row of rows) {
      const { id } = row;
      if (typeof id !== 'number') continue;
      const digest = createHash('sha256')
        .update(`${name} ${plain(row, labels)}`)
        .digest('hex');
      next.set(String(id), digest.slice(0, 10));
    }
  }
  return next;
}

const KEY = /\b[4-9]\d{15}\b/g;
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

function plain(row: Row, labels: Map<string, string>): string {
  const kept = Object.entries(row).filter(
    ([column]) => column !== 'id' && column !== 'sequence' && !APART.has(column),
  );
  return JSON.stringify(Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))))
    .replace(INSTANT, '@')
    .replace(KEY, (key) => labels.get(key) ?? '#');
}

/** Rows that one store has and the other has not, at most a few of each table. */
export function differences(expected: Dump, found: Dump): string[] {
  return [...expected].flatMap(([name, rows]) => {
    const [missing, extra] = [
      without(rows, found.get(name) ?? []),
      without(found.get(name) ?? [], rows),
    ];
    return [
      ...missing.slice(0, 3).map((row) => `${name} lacks ${row}`),
      ...extra.slice(0, 3).map((row) => `${name} has ${row}`),
    ];
  });
}

function without(rows: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const row of others) counts.set(row, (counts.get(row) ?? 0) + 1);
  return rows.filter((row) => {
    const left = counts.get(row) ?? 0;
    counts.set(row, left - 1);
    return left <= 0;
  });
}

/** How often the audit trail says that each thing was done, but for steps that say so again when they are begun again. */
async function deedsOf(reader: Reader): Promise<string[]> {
  const rows = await reader.rows<{ action: string; times: number }>(sql`
    select action, count(*) as times from audit_entries
    where action not in ('report.read', 'report.asked', 'job.started')
    group by action order by action`);
  return rows.map(({ action, times }) => `${action} ${Number(times)} times`);
}
