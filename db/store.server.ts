import { join } from 'node:path';
import type { SQL } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { engine } from './columns';
import type { Conflict } from './many-rows';
import { openPostgres } from './postgres-store.server';
import { openSqlite } from './sqlite-store.server';

/** Builds statements; await them. Only what both engines answer alike is here. */
type Statements = Pick<
  BetterSQLite3Database<Record<string, never>>,
  'select' | 'selectDistinct' | 'with' | '$with' | '$count'
>;
type Changes = Pick<BetterSQLite3Database<Record<string, never>>, 'insert' | 'update' | 'delete'>;

/** Where a query reads: the store's read side or an open transaction. */
export type Reader = Statements & { rows: <Row>(statement: SQL) => Promise<Row[]> };

/** An open transaction: whoever asks for one says that it must be inside. */
export type Tx = Reader &
  Changes & {
    execute: (statement: SQL) => Promise<void>;
    /** Inserts any number of rows with one prepared statement, defaults filled in; says how many there were. */
    insertMany: <T extends SQLiteTable>(
      table: T,
      rows: Iterable<T['$inferInsert']>,
      conflict?: Conflict<keyof T['$inferSelect'] & string>,
    ) => Promise<number>;
    /** Changes any number of rows with one prepared statement, each found by its columns `by`. */
    updateMany: <
      T extends SQLiteTable,
      By extends keyof T['$inferSelect'] & string,
      Set extends keyof T['$inferSelect'] & string,
    >(
      table: T,
      columns: { by: readonly By[]; set: readonly Set[] },
      rows: Iterable<Pick<T['$inferSelect'], By | Set>>,
    ) => Promise<void>;
    /**
     * Locks rows until the transaction ends, in the order of their keys, where the engine has several writers. Others may
     * still write what refers to them.
     */
    lockRow: (table: string, column: string, ...keys: (string | number)[]) => Promise<void>;
  };

/** `keepRefused` keeps what a verb wrote although it refuses: a failed sign-in has to be counted. */
export type TransactOptions = { keepRefused?: boolean };

export type Store = {
  read: Reader;
  /**
   * Runs the verb in one transaction; a call inside an open one joins it. Where the verb throws or answers with a refusal
   * (`{ ok: false }`), all that it wrote is undone, and nothing of what was written around it. No network or file work
   * inside.
   */
  transact: <T>(verb: (tx: Tx) => Promise<T>, options?: TransactOptions) => Promise<T>;
  /** Runs the verb, answers what it answers, and undoes all that it wrote. */
  rehearse: <T>(verb: (tx: Tx) => Promise<T>) => Promise<T>;
  migrate: () => Promise<void>;
  /** A consistent copy of the whole store into a file, where the engine is embedded. */
  copyTo: (file: string) => Promise<void>;
  close: () => Promise<void>;
};

export type StoreOptions = {
  /** `postgres://…`; else the embedded engine. */
  url?: string;
  /** The embedded engine's file. */
  file?: string;
  /** Migrations' folder above `sqlite` and `postgres`. */
  migrations?: string;
  /** Off for stores that are thrown away: a test does not wait for the disk. */
  durable?: boolean;
  /** Told of every statement, with what is bound to it: tests look at what is really asked. */
  onStatement?: StatementListener;
};
export type StatementListener = (statement: string, bound: readonly unknown[]) => void;

export function openStore(options: StoreOptions = {}): Store {
  const url = options.url ?? process.env['DATABASE_URL'];
  const migrations = options.migrations ?? join(process.cwd(), 'db', 'migrations');
  if (engine === 'postgres') {
    if (!url) throw new Error('DATABASE_URL is not set');
    return openPostgres(url, join(migrations, 'postgres'), options.onStatement);
  }
  return openSqlite(
    options.file ?? storeFile(),
    join(migrations, 'sqlite'),
    options.durable ?? true,
    options.onStatement,
  );
}

/** The embedded engine's file where none is named. */
export function storeFile(): string {
  return process.env['DATABASE_FILE'] ?? join(process.cwd(), 'data', 'mainstay.sqlite');
}
