import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { storeFile } from '~db/store.server';
import { freshKey } from './seal.server';

/** The key that seals every subject's key; its mark tells it from others and betrays nothing of it. */
export type MasterKey = { key: Buffer; mark: string };

let known: MasterKey | undefined;

/**
 * The portal's master key: `MASTER_KEY`, else the key file, which is made once where there is none. It never enters the
 * store, so that a copy of the store shows nothing of what is sealed.
 */
export function masterKey(): MasterKey {
  known ??= findMasterKey() ?? makeKeyFile(keyFile());
  return known;
}

/** The master key that is here already; null where none has been made. */
export function findMasterKey(): MasterKey | null {
  const given = process.env['MASTER_KEY'] ?? '';
  if (given !== '') return readKey(given, 'MASTER_KEY');
  const file = keyFile();
  return existsSync(file) ? readKey(readFileSync(file, 'utf8'), file) : null;
}

/** Where the key file lies: `MASTER_KEY_FILE`, else beside the embedded store. */
export function keyFile(): string {
  const given = process.env['MASTER_KEY_FILE'] ?? '';
  return resolve(given === '' ? join(dirname(storeFile()), 'master.key') : given);
}

/** The bytes of a key that was written out, in hexadecimal or base64; null for what is no key of 256 bits. */
export function keyOf(text: string): Buffer | null {
  const plain = text.trim();
  if (/^[0-9a-f]{64}$/i.test(plain)) return Buffer.from(plain, 'hex');
  return /^[\w+/-]{43}=?$/.test(plain) ? Buffer.from(plain, 'base64') : null;
}

function readKey(text: string, where: string): MasterKey {
  const key = keyOf(text);
  if (!key) throw new Error(`${where} holds no key: 32 bytes in base64 or hexadecimal are needed.`);
  return { key, mark: createHash('sha256').update(key).digest('hex').slice(0, 16) };
}

/** Written whole beside its place and put there in one step: of two that start together, one makes it and both read it. */
function makeKeyFile(file: string): MasterKey {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const open = openSync(draft, 'wx', 0o600);
  writeSync(open, `${freshKey().toString('base64')}\n`);
  fsyncSync(open);
  closeSync(open);
  try {
    linkSync(draft, file);
    keepFolder(dirname(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readKey(readFileSync(file, 'utf8'), file);
}

/** The name of a new file reaches the disk with its folder. */
function keepFolder(folder: string): void {
  const open = openSync(folder, 'r');
  fsyncSync(open);
  closeSync(open);
}
