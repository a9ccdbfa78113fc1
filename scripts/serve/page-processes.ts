import cluster, { type Worker } from 'node:cluster';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';
import { addressOf, type PageServer } from './serve-pages';
import type { Environment } from './environment';
import type { Logger } from './log';

const restartMs = 2_000;
const WAKE = 'wake';

/**
 * Processes that answer on one port; one that dies is started again. Failed attempts to
 * sign in are counted here, for all of them.
 */
export async function startPageProcesses(
  program: URL,
  { processes, host }: Environment,
  log: Logger,
  wakeWorker: () => void,
): Promise<PageServer> {
  new RateLimiterClusterMaster();
  cluster.setupPrimary({ exec: fileURLToPath(program), args: [] });
  let stopping = false;
  cluster.on('message', (_, message: unknown) => {
    if (message === WAKE) wakeWorker();
  });
  const started = await Promise.all(Array.from({ length: processes }, listeningProcess));
  cluster.on('exit', ({ process: { pid } }, code, signal) => {
    if (stopping) return;
    log.error({ pid, code, signal }, 'a process for pages ended; it is started again');
    setTimeout(() => void (stopping || cluster.fork()), restartMs);
  });
  return {
    address: addressOf(started[0]?.port ?? 0, host),
    async stop() {
      stopping = true;
      const running = Object.values(cluster.workers ?? {});
      await Promise.all(running.flatMap((each) => (each ? [ended(each)] : [])));
    },
  };
}

/** What a process for pages says to the one that does the work. */
export function wakeLeader(): void {
  process.send?.(WAKE);
}

/** A new process, once it listens; one that ends before can't be helped by starting it again. */
function listeningProcess(): Promise<AddressInfo> {
  const started = cluster.fork();
  return new Promise((done, failed) => {
    started.once('listening', done);
    started.once('exit', (code) => failed(new Error(`a process for pages ended with ${code}`)));
  });
}

/** Lets a process end in order. */
function ended(each: Worker): Promise<void> {
  return new Promise((done) => {
    each.once('exit', () => done());
    each.process.kill('SIGTERM');
  });
}
