import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as send, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standingClock } from '~/shared/clock';
import { freshStore } from '../../tests/database';
import { builtFiles, clientAddress, createApp } from './app';
import { createLog } from './log';

const folder = mkdtempSync(join(tmpdir(), 'mainstay-client-'));
const servers: Server[] = [];
let stopping = false;
let address = '';

async function listen(app: express.Express): Promise<string> {
  const server = createServer(app);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'page-1a2b3c.js'), 'export {};');
  const app = createApp({
    pages: {
      build: () => Promise.reject(new Error('there are no pages in this test')),
      statics: builtFiles(folder),
    },
    store: await freshStore(),
    log: createLog('silent'),
    trustProxy: false,
    bodyLimit: 1000,
    isStopping: () => stopping,
    context: {
      clock: standingClock('2024-01-12T00:00:00.000Z'),
      demo: false,
      uploads: folder,
      wakeWorker: () => undefined,
      print: () => Promise.reject(new Error('nothing is printed here')),
      writeRemarks: () => Promise.reject(new Error('nothing is written here')),
    },
  });
  address = await listen(app);
});

afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the server', () => {
  it('says that it is well, and that it is ending', async () => {
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    stopping = true;
    expect((await fetch(`${address}/healthz`)).status).toBe(503);
    expect((await fetch(`${address}/vendors`)).status).toBe(503);
    stopping = false;
  });

  it('lets a browser keep hashed files and knows no others beside them', async () => {
    const kept = await fetch(`${address}/assets/page-1a2b3c.js`);
    expect(kept.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect((await fetch(`${address}/assets/page-0.js`)).status).toBe(404);
  });

  it('gives each answer a nonce of its own and tells other sites nothing', async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => (await fetch(`${address}/assets/page-0.js`)).headers),
    );
    const [one, other] = policies.map((headers) => headers.get('Content-Security-Policy'));
    expect(one).toMatch(/script-src 'nonce-[\w+/=]{24}' 'strict-dynamic'/);
    expect(one).not.toBe(other);
    expect(policies[0]?.get('Referrer-Policy')).toBe('same-origin');
  });

  it('refuses a body that is too large, or that hides its length', async () => {
    const large = await fetch(`${address}/`, { method: 'POST', body: 'x'.repeat(1001) });
    expect(large.status).toBe(413);
    expect(large.headers.get('Content-Type')).toMatch('application/problem+json');
    const hidden = await new Promise<number | undefined>((status, failed) => {
      const chunked = send(`${address}/`, { method: 'POST' }, (answer) =>
        status(answer.statusCode),
      );
      chunked.on('error', failed).setHeader('Transfer-Encoding', 'chunked');
      chunked.end('x');
    });
    expect(hidden).toBe(411);
  });

  it('answers plainly when the pages fail', async () => {
    const failed = await fetch(`${address}/vendors`);
    expect(failed.status).toBe(500);
    expect(await failed.text()).toBe('Internal Server Error');
  });
});

describe('the client’s address', () => {
  async function seen(trustProxy: number | false, headers: Record<string, string>) {
    const app = express();
    app.set('trust proxy', trustProxy);
    app.get('/', (request, response) => void response.json(clientAddress(request)));
    return (await fetch(await listen(app), { headers })).json() as Promise<string | null>;
  }
  const forwarded = { 'X-Forwarded-For': '203.0.113.7' };

  it('is the connection’s, or the forwarded one behind a trusted proxy', async () => {
    expect(await seen(false, {})).toBe('127.0.0.1');
    expect(await seen(1, forwarded)).toBe('203.0.113.7');
  });

  it('is unknown behind a proxy on this machine that nobody declared', async () => {
    expect(await seen(false, forwarded)).toBeNull();
    expect(await seen(false, { 'X-Forwarded-For': '127.0.0.1' })).toBeNull();
  });
});
