import type { ServerBuild } from '@remix-run/node';
import { createServer } from 'vite';
import { bundle } from './house/build.mjs';
import { serve } from './serve/serve';

// `npm run dev`: the pages straight from their sources, renewed as they change.
// The worker is bundled once: a change of its sources needs a new start.
await bundle();
const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' });

await serve({
  pages: () =>
    Promise.resolve({
      build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
      statics: [(request, response, next) => vite.middlewares(request, response, next)],
      connect: ['ws:'],
    }),
  worker: new URL('../build/worker.js', import.meta.url),
  printer: new URL('../build/printer.js', import.meta.url),
});
