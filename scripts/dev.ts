import type { ServerBuild } from '@remix-run/node';
import { createServer } from 'vite';
import { serve } from './serve/listen';

// `npm run dev`: the pages straight from their sources, renewed as they change.
const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' });

await serve({
  pages: {
    build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
    statics: [(request, response, next) => vite.middlewares(request, response, next)],
    connect: ['ws:'],
  },
  worker: new URL('./worker.ts', import.meta.url),
  workerOptions: { execArgv: ['--import', 'tsx'] },
});
