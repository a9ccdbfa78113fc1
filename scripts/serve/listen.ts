import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { countLocked } from '~/privacy/subject-keys.server';
import { readPortalClock } from '~/shared/portal-clock.server';
import { openStore } from '~db/store.server';
import { createApp, type Pages } from './app';
import { readEnvironment } from './environment';
import { createLog, type Logger } from './log';
import { printThread } from './print-thread';
import { startWorkerThread } from './worker-thread';
import { prepareStore } from '../prepare-store';

export type ServeOptions = {
  pages: Pages;
  worker: URL;
  printer: URL;
};

const drainMs = 10_000;

/** Opens the store once, serves the portal, and on SIGTERM or SIGINT ends what runs before it closes the store. */
export async function serve({ pages, worker, printer }: ServeOptions): Promise<void> {
  const environment = readEnvironment(process.env);
  const log = createLog(environment.logLevel);
  const store = openStore();
  await prepareStore(store);
  const locked = await countLocked(store.read);
  if (locked > 0) log.warn({ locked }, 'personal data was sealed under another master key');
  const { clock, standsAt } = await readPortalClock(store.read);
  const demo = standsAt !== null;
  const { uploads } = environment;
  const thread = startWorkerThread(worker, log, store, { uploads, standsAt });
  const { stop: stopPrinting, ...printing } = printThread(printer, uploads);
  let stopping = false;
  let askedAt = 0;
  const app = createApp({
    pages,
    store,
    log,
    trustProxy: environment.trustProxy,
    bodyLimit: environment.bodyLimit,
    isStopping: () => stopping,
    context: { clock, demo, uploads, wakeWorker: thread.wake, ...printing },
  });
  const server = createServer(app);
  await listening(server, environment.port, environment.host);

  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) {
      // A terminal and npm both pass an interrupt on; who asks again a moment later means it.
      if (performance.now() - askedAt > 1000) process.exit(1);
      return;
    }
    stopping = true;
    askedAt = performance.now();
    log.info({ signal }, 'ending');
    await Promise.all([drained(server), thread.stop()]);
    await stopPrinting();
    await store.close();
    log.info('ended');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void stop(signal).catch((error: unknown) => fail(log, error)));
  }
  // Not before: whoever is told where it serves may end it at once, and in order.
  const address = addressOf(server, environment.host);
  log.info({ address, demo }, 'serving');
  process.send?.({ address });
}

function listening(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen({ port, ...(host !== undefined && { host }) }, () => done());
  });
}

function addressOf(server: Server, host = 'localhost'): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Waits for the answers under way; connections that are still open after the grace, event streams above all, are cut. */
function drained(server: Server): Promise<void> {
  return new Promise((done) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearTimeout(cutOff);
      done();
    });
    server.closeIdleConnections();
  });
}

function fail(log: Logger, error: unknown): never {
  log.fatal({ err: error }, 'could not end in order');
  process.exit(1);
}
