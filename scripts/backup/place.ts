import { storeFile } from '~db/store.server';
import { engine } from '~db/columns';

/** Where a store lies: a file of the embedded engine, or a PostgreSQL database. */
export type StorePlace = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string };

/** The store of this environment. */
export function storePlace(): StorePlace {
  return engine === 'postgres'
    ? { engine, url: process.env['DATABASE_URL'] ?? '' }
    : { engine, file: storeFile() };
}
