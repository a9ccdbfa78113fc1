import { request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { LoaderFunction, ServerBuild } from '@remix-run/node';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { handleError } from '~/entry.server';
import { freshStore } from '../../tests/database';
import { listen, portalApp } from '../../tests/portal-app';

/** A portal of one page, and what it says in its log of failures. */
async function quietPortal() {
  const lines: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
  const parts = { store: await freshStore(), log, folder: tmpdir(), bodyLimit: 1000 };
  const portalWith = (build: ServerBuild) =>
    portalApp({ ...parts, build, isStopping: () => false });
  return { lines, portalWith };
}

describe('a reader who leaves', () => {
  /** A route's copy of its request, and what stood between, are garbage by the time the reader leaves. */
  const collectGarbage = () => {
    setFlagsFromString('--expose_gc');
    (runInNewContext('gc') as () => void)();
  };

  it('is known to have left, also after garbage was collected, and that is no failure', async () => {
    const { lines, portalWith } = await quietPortal();
    let begun = () => {};
    const hasBegun = new Promise<void>((done) => (begun = done));
    let told = (_left: AbortSignal) => {};
    const leaves = new Promise<AbortSignal>((done) => (told = done));
    const to = await listen(
      portalWith(
        pagesWith(async ({ context: { left } }) => {
          begun();
          await new Promise<void>((_, failed) =>
            left.addEventListener('abort', () => {
              told(left);
              failed(left.reason as Error);
            }),
          );
          return null;
        }),
      ),
    );
    const reader = send(`${to}/export`).on('error', () => undefined);
    reader.end();
    await hasBegun;
    collectGarbage();
    reader.destroy();
    expect((await leaves).aborted).toBe(true);
    await new Promise((go) => setTimeout(go, 50)); // The failed answer has passed through all that could log it.
    expect(lines).toEqual([]);
  });

  it('is not taken to have left who got the whole answer', async () => {
    const { portalWith } = await quietPortal();
    let left: AbortSignal | undefined;
    const to = await listen(
      portalWith(
        pagesWith(({ context }) => {
          left = context.left;
          return new Response('whole');
        }),
      ),
    );
    expect(await (await fetch(`${to}/export`)).text()).toBe('whole');
    await new Promise((go) => setTimeout(go, 50));
    expect(left?.aborted).toBe(false);
  });
});

/** Built pages of one route, as files have them, with the portal's own way to hear of failures. */
function pagesWith(loader: LoaderFunction): ServerBuild {
  const route = { id: 'export', parentId: 'root', path: 'export' };
  return {
    mode: 'production',
    isSpaMode: false,
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
    },
    assets: { version: '1', url: '', entry: { module: '', imports: [] }, routes: {} },
    entry: { module: { default: () => new Response(null), handleError } },
    routes: {
      root: { id: 'root', path: '', module: { default: () => null } },
      export: { ...route, module: { loader, default: undefined } },
    },
  };
}
