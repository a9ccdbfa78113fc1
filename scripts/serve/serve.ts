import cluster from 'node:cluster';
import { countLocked } from '~/privacy/subject-keys.server';
import { readPortalClock } from '~/shared/portal-clock.server';
import { openStore, type Store } from '~db/store.server';
import { prepareStore } from '../prepare-store';
import type { Pages } from './app';
import { endInOrder } from './end-in-order';
import { readEnvironment } from './environment';
import { createLog, type Logger } from './log';
import { startPageProcesses, wakeLeader } from './page-processes';
import { servePages } from './serve-pages';
import { startWorkerThread, type WorkerThread } from './worker-thread';

export type ServeOptions = {
  /** Read only by a process that answers with them. */
  pages: () => Promise<Pages>;
  worker: URL;
  printer: URL;
  /** What a process that only answers is started with; without it there are none. */
  program?: URL;
};

/**
 * Opens the store, serves the portal, and on SIGTERM or SIGINT ends what runs before it closes the store. Where several
 * processes are asked for, this one does the work, and those that it starts answer.
 */
export async function serve({ pages, worker, printer, program }: ServeOptions): Promise<void> {
  const environment = readEnvironment(process.env);
  const log = createLog(environment.logLevel);
  const store = openStore();
  const answer = async (wakeWorker: () => void) =>
    servePages(environment, log, store, { pages: await pages(), printer, wakeWorker });
  if (cluster.isWorker) {
    const answering = await answer(wakeLeader);
    endInOrder(log, async () => {
      await answering.stop();
      await store.close();
    });
    return;
  }
  const { thread, demo } = await startWork(store, log, worker, environment.uploads);
  const answering =
    program && environment.processes > 1
      ? await startPageProcesses(program, environment, log, thread.wake)
      : await answer(thread.wake);
  endInOrder(log, async () => {
    await Promise.all([answering.stop(), thread.stop()]);
    await store.close();
  });
  // Not before: whoever is told where it serves may end it at once, and in order.
  const { address } = answering;
  log.info({ address, demo }, 'serving');
  process.send?.({ address });
}

/** Brings the store to the current schema, and starts the thread of jobs and heavy work. */
async function startWork(
  store: Store,
  log: Logger,
  worker: URL,
  uploads: string,
): Promise<{ thread: WorkerThread; demo: boolean }> {
  await prepareStore(store);
  const locked = await countLocked(store.read);
  if (locked > 0) log.warn({ locked }, 'personal data was sealed under another master key');
  const { standsAt } = await readPortalClock(store.read);
  const thread = startWorkerThread(worker, log, store, { uploads, standsAt });
  return { thread, demo: standsAt !== null };
}
