import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { standingClock } from '~/shared/clock';
import { builtFiles, createApp, type AppOptions, type Pages } from '../scripts/serve/app';
import { afterFile } from './ending';

type Parts = Pick<AppOptions, 'store' | 'log' | 'bodyLimit' | 'isStopping'> & {
  /** Of built files and of uploads. */
  folder: string;
  build?: Pages['build'];
};

const noPages = () => Promise.reject(new Error('there are no pages in this test'));

/** The HTTP side of a portal, with the pages that a test has, if any. */
export function portalApp({ folder, build = noPages, ...parts }: Parts): Express {
  return createApp({
    ...parts,
    pages: { build, statics: builtFiles(folder) },
    trustProxy: false,
    context: {
      clock: standingClock('2024-01-12T00:00:00.000Z'),
      demo: false,
      uploads: folder,
      wakeWorker: () => undefined,
      filesFor: () => null,
    },
  });
}

/** Serves on a free port until the test file ends. */
export async function listen(app: Express): Promise<string> {
  const server = createServer(app);
  afterFile(() => void server.close());
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
