import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { isBusy } from './constraint';
import {
  columnOf,
  insertedColumns,
  insertText,
  updateText,
  type Cell,
  type ManyColumn,
} from './many-rows';
import { statementSettings, transactions } from './transactions.server';
import type { Reader, StatementListener, Store, Tx } from './store.server';

/** Pages that a connection keeps in memory: with a few only, indexes are read and written again for every few rows. */
const CACHE_KB = 16_000;

/** The embedded engine: one writer, whose transactions queue, and a connection that reads beside it. */
export function openSqlite(
  file: string,
  migrations: string,
  durable: boolean,
  listener?: StatementListener,
): Store {
  const writer = openWriter(file, durable);
  let reader: Sqlite.Database | undefined;
  const readerDatabase = () => {
    reader ??= new Sqlite(file, { readonly: true });
    reader.pragma('busy_timeout = 15000');
    reader.pragma(`cache_size = -${CACHE_KB}`);
    return rememberStatements(reader);
  };
  let queue: Promise<unknown> = Promise.resolve();

  const tx = sqliteTx(writer, listener);
  const run = async (statement: string) => Promise.resolve(writer.exec(statement));
  const undo = () => {
    if (writer.inTransaction) writer.exec('rollback');
  };
  const { transact, rehearse } = transactions((verb, isUndone) => {
    const outcome = queue.then(async () => {
      await beginImmediate(writer);
      try {
        const value = await verb(tx, run);
        if (isUndone(value)) undo();
        else writer.exec('commit');
        return value;
      } catch (error) {
        undo();
        throw error;
      }
    });
    queue = outcome.catch(() => undefined);
    return outcome;
  });
  let readSide: Reader | undefined;
  return {
    get read() {
      return (readSide ??= sqliteReader(readerDatabase(), listener));
    },
    transact,
    rehearse,
    async migrate() {
      await queue;
      writer.pragma('foreign_keys = OFF');
      migrate(drizzle(writer, { casing: 'snake_case' }), { migrationsFolder: migrations });
      const broken = writer.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) {
        throw new Error(`migration broke references: ${JSON.stringify(broken.slice(0, 5))}`);
      }
      writer.pragma('foreign_keys = ON');
    },
    async copyTo(target) {
      await writer.backup(target);
    },
    async close() {
      await queue;
      reader?.close();
      writer.close();
    },
  };
}

/** The file with its folder, made where there is none; a busy writer is waited for without holding the thread. */
function openWriter(file: string, durable: boolean): Sqlite.Database {
  mkdirSync(dirname(file), { recursive: true });
  const writer = new Sqlite(file);
  writer.pragma('journal_mode = WAL');
  writer.pragma(`synchronous = ${durable ? 'FULL' : 'OFF'}`);
  writer.pragma('foreign_keys = ON');
  writer.pragma('secure_delete = ON'); // What is erased is overwritten, in the file too.
  writer.pragma(`cache_size = -${CACHE_KB}`);
  writer.pragma('busy_timeout = 0');
  return writer;
}

/** Statements that a connection keeps; beyond, the one that was asked for longest ago goes. */
const MOST_STATEMENTS = 500;

/**
 * Pages ask the same questions again and again: what SQLite once made of a question's text is kept. A statement is handed
 * out as a new one is, its rows as objects, since each is run before the next is asked for.
 */
function rememberStatements(database: Sqlite.Database): Sqlite.Database {
  const kept = new Map<string, Sqlite.Statement>();
  const prepare = database.prepare.bind(database);
  return Object.assign(database, {
    prepare(text: string) {
      const statement = kept.get(text) ?? prepare(text);
      kept.delete(text);
      kept.set(text, statement);
      if (kept.size > MOST_STATEMENTS) kept.delete(kept.keys().next().value ?? text);
      return statement.reader ? statement.raw(false) : statement;
    },
  });
}

const BUSY_WAIT_MS = 15_000;
const BUSY_STEP_MS = 5;

/** Takes the one writer's place; while another process or thread writes, pages go on being served. */
async function beginImmediate(writer: Sqlite.Database): Promise<void> {
  for (let waited = 0; ; waited += BUSY_STEP_MS) {
    try {
      writer.exec('begin immediate');
      return;
    } catch (error) {
      if (!isBusy(error) || waited >= BUSY_WAIT_MS) throw error;
      await setTimeout(BUSY_STEP_MS);
    }
  }
}

function sqliteReader(database: Sqlite.Database, listener?: StatementListener): Reader {
  const statements = drizzle(database, statementSettings(listener));
  return Object.assign(statements, {
    rows: <Row>(statement: SQL) => Promise.resolve(statements.all<Row>(statement)),
  });
}

/** The driver knows no booleans. */
function asBound(cell: Cell | undefined): Cell {
  return typeof cell === 'boolean' ? Number(cell) : (cell ?? null);
}

function sqliteTx(writer: Sqlite.Database, listener?: StatementListener): Tx {
  const statements = drizzle(writer, statementSettings(listener));
  const prepared = new Map<string, Sqlite.Statement>();
  const run = (text: string, columns: readonly ManyColumn[], rows: Iterable<object>) => {
    const statement = prepared.get(text) ?? writer.prepare(text);
    prepared.set(text, statement);
    const bound: Cell[] = columns.map(() => null);
    let count = 0;
    for (const row of rows) {
      for (let at = 0; at < columns.length; at += 1) bound[at] = asBound(columns[at]?.cell(row));
      if (count === 0) listener?.(text, [...bound]);
      statement.run(bound);
      count += 1;
    }
    return count;
  };
  return Object.assign(statements, {
    rows: <Row>(statement: SQL) => Promise.resolve(statements.all<Row>(statement)),
    execute(statement: SQL) {
      statements.run(statement);
      return Promise.resolve();
    },
    insertMany: ((table, rows, conflict) => {
      const columns = insertedColumns(table);
      return Promise.resolve(run(insertText('sqlite', table, columns, conflict), columns, rows));
    }) satisfies Tx['insertMany'],
    updateMany: ((table, { by, set }, rows) => {
      const columns = [...set, ...by].map((key) => columnOf(table, key));
      const text = updateText(
        'sqlite',
        table,
        columns.slice(0, set.length),
        columns.slice(set.length),
      );
      run(text, columns, rows);
      return Promise.resolve();
    }) satisfies Tx['updateMany'],
    lockRow: () => Promise.resolve(),
  });
}
