import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { engine } from '~db/columns';
import { holdingOf, loadDemo } from '~db/demo/load-demo';
import { signInTable } from '~db/demo/sign-in-table';
import { openStore, storeFile, type Store } from '~db/store.server';
import { type Command, DONE, type Output, REFUSED } from '../command';
import { readEnvironment } from '../serve/environment';
import { prepareStore } from '../prepare-store';

/** `demo load`: an empty store becomes the demo; what it prints are the demo's sign-ins. */
export const command: Command = {
  name: 'demo load',
  summary: 'loads the demo into an empty store and prints its sign-ins',
  usage: `demo load [--if-empty]

Loads carriers, contracts and twenty months of real figures, evaluated month by month, in well under
a minute; no server may run on the store meanwhile. A store that holds the demo already stays as it
is, and its sign-ins are printed. A store that holds anything else is refused.

  --if-empty  leaves such a store alone and prints nothing`,
  async run(args, io) {
    const { values } = parseArgs({
      args,
      options: { 'if-empty': { type: 'boolean', default: false } },
    });
    const holding = await withStore(openStore(), (store) => holdingOf(store.read));
    if (holding === 'other') {
      if (values['if-empty']) return DONE;
      io.err('The store is not empty. The demo is loaded into an empty one: name a new file with');
      io.err('DATABASE_FILE, or a new database with DATABASE_URL.');
      return REFUSED;
    }
    if (holding === 'empty') await load(io);
    io.out(await withStore(openStore(), (store) => signInTable(store.read)));
    return DONE;
  },
};

async function withStore<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  try {
    await prepareStore(store, { forDemo: true });
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Into a draft beside the store's file, which takes its place when all is in: a load that breaks off leaves nothing. */
async function load(io: Output): Promise<void> {
  io.err('Loading the demo (once) …');
  const { uploads } = readEnvironment(process.env);
  const into = (store: Store) => loadDemo({ store, uploads }, progressTo(io));
  if (engine === 'postgres') return withStore(openStore(), into);
  const file = storeFile();
  const draft = `${file}.draft`;
  mkdirSync(dirname(file), { recursive: true });
  removeStore(draft);
  await withStore(openStore({ file: draft, durable: false }), into);
  flush(draft);
  removeStore(file);
  renameSync(draft, file);
}

function progressTo(io: Output): (text: string) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return (text) => io.err(`  ${text}`);
}

function removeStore(file: string): void {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(path)) rmSync(path);
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
