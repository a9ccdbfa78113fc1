import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { root } from '../house/run.mjs';
import { milliseconds, type Line } from './line';
import { startServer } from './server';
import { emptyStore, inFolder, percentile } from './temporary';

const STARTS = 5;
const IDLE_MS = 10_000;
const PATIENCE_MS = 300_000;

/** How long a server and a second `npm start` take to answer, and what an idle server holds. */
export async function benchStart(): Promise<Line[]> {
  return inFolder(async (folder) => {
    const file = join(folder, 'store.sqlite');
    await (await emptyStore(file)).close();
    const starts: number[] = [];
    let idle = 0;
    for (let n = 1; n <= STARTS; n += 1) {
      const server = await startServer(file, join(folder, 'uploads'));
      starts.push(server.startedIn);
      if (n === STARTS) {
        await setTimeout(IDLE_MS);
        idle = server.memory();
      }
      await server.stop();
    }
    await npmStart(folder); // The first one loads the demo.
    const second = await npmStart(folder);
    const usual = percentile(starts, 50);
    return [
      {
        what: 'server start, ms',
        measured: `median of ${STARTS}, at most ${milliseconds(Math.max(...starts))}`,
        value: usual,
        limit: 2000,
      },
      { what: 'memory of an idle server, MB', measured: 'after 10 s', value: idle, limit: 200 },
      { what: 'second npm start, ms', measured: 'with the demo', value: second, limit: 5000 },
    ];
  });
}

/** Starts the portal as a newcomer does, until it answers; returns how long that took. */
async function npmStart(folder: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_FILE: join(folder, 'demo.sqlite'),
      UPLOADS_FOLDER: join(folder, 'demo'),
    },
    stdio: 'ignore',
    detached: true,
  });
  try {
    await answering(`http://localhost:${port}/healthz`);
    return performance.now() - began;
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
}

async function answering(url: string): Promise<void> {
  const began = performance.now();
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    if (performance.now() - began > PATIENCE_MS) throw new Error(`${url} does not answer`);
    await setTimeout(20);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
