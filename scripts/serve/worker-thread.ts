import { Worker } from 'node:worker_threads';
import type { Logger } from './log';

/** What the server says to its worker: there is something to do; finish what you are at and end. */
export type WorkerMessage = 'wake' | 'stop';

/** What the worker is told when it starts. */
export type WorkerData = { uploads: string; standsAt: string | null };

export type WorkerThread = {
  wake: () => void;
  /** Lets the running piece of work end, then the thread; cut off after the grace. */
  stop: () => Promise<void>;
};

const restartMs = 2_000;
const graceMs = 20_000;

/** The thread in which heavy work and jobs run, with a store of its own, so that pages stay quick. It is started again when it dies. */
export function startWorkerThread(file: URL, log: Logger, workerData: WorkerData): WorkerThread {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let worker = start();

  function start(): Worker {
    const thread = new Worker(file, { workerData });
    thread.on('error', (error) => log.error({ err: error }, 'the worker failed'));
    thread.on('exit', (code) => {
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
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      if (worker.threadId === -1) return;
      worker.postMessage('stop' satisfies WorkerMessage);
      const cutOff = setTimeout(() => void worker.terminate(), graceMs);
      await ended;
      clearTimeout(cutOff);
    },
  };
}
