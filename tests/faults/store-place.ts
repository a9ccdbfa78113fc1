import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '~db/store.server';
import { administer } from '../postgres-template';

/** A store and upload folder of a run's own, thrown away afterwards. */
export type StorePlace = {
  folder: string;
  env: { UPLOADS_FOLDER: string } & Record<string, string>;
  open: () => Store;
  /** A place that starts as this one is now; nobody may be using this one. */
  copy: () => Promise<StorePlace>;
  remove: () => Promise<void>;
};

/** An empty, migrated store: embedded, or a database of its own on the PostgreSQL server of `DATABASE_URL`. */
export async function newStorePlace(): Promise<StorePlace> {
  const server = process.env['DATABASE_URL'];
  const place = server ? postgresPlace(server) : sqlitePlace();
  if (server) await administer(server, `create database ${place.env['NAME']}`);
  const store = place.open();
  await store.migrate();
  await store.close();
  return place;
}

function sqlitePlace(): StorePlace {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-fault-'));
  const file = join(folder, 'store.sqlite');
  return {
    folder,
    env: { DATABASE_FILE: file, UPLOADS_FOLDER: join(folder, 'uploads') },
    open: () => openStore({ file }),
    copy() {
      const place = sqlitePlace();
      cpSync(folder, place.folder, { recursive: true });
      return Promise.resolve(place);
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

function postgresPlace(server: string): StorePlace {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-fault-'));
  const name = `mainstay_fault_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const uploads = join(folder, 'uploads');
  mkdirSync(uploads);
  return {
    folder,
    env: { NAME: name, DATABASE_URL: url.href, UPLOADS_FOLDER: uploads },
    open: () => openStore({ url: url.href }),
    async copy() {
      const place = postgresPlace(server);
      await administer(server, `create database ${place.env['NAME']} template ${name}`);
      cpSync(uploads, place.env.UPLOADS_FOLDER, { recursive: true });
      return place;
    },
    async remove() {
      await administer(server, `drop database if exists ${name} with (force)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
