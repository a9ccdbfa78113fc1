import { fileURLToPath } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { builtFiles } from './serve/app';
import { serve } from './serve/serve';

// Bundled to build/server.js, beside the pages and the worker.
const beside = (path: string) => new URL(path, import.meta.url);

process.env['NODE_ENV'] ??= 'production';
// A variable: the pages are read when the server starts, not bundled into it.
const pages = beside('./server/index.js').href;

await serve({
  pages: async () => ({
    build: (await import(pages)) as ServerBuild,
    statics: builtFiles(fileURLToPath(beside('./client'))),
  }),
  worker: beside('./worker.js'),
  printer: beside('./printer.js'),
  program: new URL(import.meta.url),
});
