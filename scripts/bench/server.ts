import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { openSession, sessionCookie } from '~/auth/session.server';
import type { Role } from '~/auth/permission';
import { randomId } from '~db/columns';
import { people } from '~db/schema/auth';
import type { Store } from '~db/store.server';
import { root, serverFlags, serverMemory } from '../house/run.mjs';

/** The built server, by itself or with processes that answer for it, on a free port of this machine. */
export async function startServer(file: string, uploads: string, processes = 1) {
  const began = performance.now();
  const child = spawn(process.execPath, [...serverFlags, 'build/server.js'], {
    cwd: root,
    env: {
      ...serverMemory,
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_FILE: file,
      UPLOADS_FOLDER: uploads,
      PROCESSES: String(processes),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: { address: string }) => resolve(message.address));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const answer = await fetch(new URL(path, address), { ...init, redirect: 'manual' });
    if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}`);
    return answer;
  };
  return {
    address,
    startedIn: performance.now() - began,
    /** A page, read to its end. */
    async get(path: string, cookie: string): Promise<string> {
      const answer = await ask(path, { headers: { Cookie: cookie } });
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      return answer.text();
    },
    post: (path: string, cookie: string, body: FormData) =>
      ask(path, { method: 'POST', headers: { Cookie: cookie }, body }),
    memory: () => residentMemory(child.pid, 'VmRSS'),
    peakMemory: () => residentMemory(child.pid, 'VmHWM'),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What Linux keeps of a process in memory, in MB: now (`VmRSS`) or at its most (`VmHWM`). */
function residentMemory(pid: number | undefined, kind: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${kind}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
}

/** Somebody of a role who is signed in: their cookie. */
export async function visitor(store: Store, role: Role, vendorId?: number): Promise<string> {
  const id = randomId();
  await store.transact((tx) =>
    tx.insertMany(people, [
      {
        id,
        email: `${role}.${id}@bench.example`,
        name: 'Bea Bench',
        role,
        vendorId: vendorId ?? null,
        createdAt: '2020-11-01T09:00:00.000Z',
      },
    ]),
  );
  const token = await openSession(store, id, { address: null, agent: null });
  return (await sessionCookie(token, false)).split(';')[0] ?? '';
}
