import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readPortalClock } from '~/shared/portal-clock.server';
import type { Store } from '~db/store.server';
import { createApp, type Pages } from './app';
import type { Environment } from './environment';
import type { Logger } from './log';
import { printThread } from './print-thread';

export type PageServer = {
  address: string;
  /** Takes nothing new, and waits for the answers under way. */
  stop: () => Promise<void>;
};

const drainMs = 10_000;

/** Answers people and programs on the port of the environment, from a store that is prepared. */
export async function servePages(
  environment: Environment,
  log: Logger,
  store: Store,
  from: { pages: Pages; printer: URL; wakeWorker: () => void },
): Promise<PageServer> {
  const { clock, standsAt } = await readPortalClock(store.read);
  const { uploads, host } = environment;
  const { stop: stopPrinting, ...printing } = printThread(from.printer, uploads);
  let stopping = false;
  const app = createApp({
    pages: from.pages,
    store,
    log,
    trustProxy: environment.trustProxy,
    bodyLimit: environment.bodyLimit,
    isStopping: () => stopping,
    context: { clock, demo: standsAt !== null, uploads, wakeWorker: from.wakeWorker, ...printing },
  });
  const server = createServer(app);
  await listening(server, environment.port, host);
  return {
    address: addressOf((server.address() as AddressInfo).port, host),
    async stop() {
      stopping = true;
      await drained(server);
      await stopPrinting();
    },
  };
}

/** Where a browser on this machine finds what listens on a port. */
export function addressOf(port: number, host = 'localhost'): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function listening(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen({ port, ...(host !== undefined && { host }) }, () => done());
  });
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
