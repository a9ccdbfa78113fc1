import { Worker } from 'node:worker_threads';
import { endRunner, keepAlive, newRunner, type Runner } from '~/shared/runner.server';
import type { Store } from '~db/store.server';
import type { Logger } from './log';

/** What the server says to its worker: there is something to do; finish what you are at and end. */
export type WorkerMessage = 'wake' | 'stop';

/** What the worker is told when it starts. */
export type WorkerData = { runner: Runner; uploads: string; standsAt: string | null };

export type WorkerThread = {
  wake: () => void;
  /** Lets the running piece of work end, then the thread; cut off after the grace. */
  stop: () => Promise<void>;
};

const restartMs = 2_000;
const graceMs = 20_000;
/** Memory for what is soon thrown away: more only lets the thread hold on to it while it idles. */
const youngMb = 8;

/**
 * The thread in which heavy work and jobs run, with a store of its own, so that pages stay quick. It is started again
 * when it dies. The server shows life for it, which is free while the thread reckons.
 */
export function startWorkerThread(
  file: URL,
  log: Logger,
  store: Store,
  told: Omit<WorkerData, 'runner'>,
): WorkerThread {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let ended: Promise<void> = Promise.resolve();
  let worker = start();

  function start(): Worker {
    const runner = newRunner();
    const thread = new Worker(file, {
      workerData: { ...told, runner } satisfies WorkerData,
      resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    });
    const silence = keepAlive(store, runner);
    thread.on('error', (error) => log.error({ err: error }, 'the worker failed'));
    thread.on('exit', (code) => {
      silence();
      ended = endRunner(store, runner).catch((error: unknown) => log.error({ err: error }));
      if (stopping) return;
      log.error({ code }, 'the worker ended; it is started again');
      timer = setTimeout(() => void (worker = start()), restartMs);
    });
    return thread;
  }

  return {
    wake: () => worker.postMessage('wake' satisfies WorkerMessage),
    async stop() {
      stopping = true;
      clearTimeout(timer);
      if (worker.threadId === -1) return ended;
      const exit = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      worker.postMessage('stop' satisfies WorkerMessage);
      const cutOff = setTimeout(() => void worker.terminate(), graceMs);
      await exit;
      clearTimeout(cutOff);
      await ended;
    },
  };
}
