import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '~/shared/problem';
import { commandAct } from '~/auth/act';
import { makeAccessToken } from '~/auth/make-access-token.server';
import { openSession, sessionCookie } from '~/auth/session.server';
import { castInto, testNow } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { listen, portalApp } from '../../tests/portal-app';
import type { Store } from '~db/store.server';
import { clientAddress } from './app';

const folder = mkdtempSync(join(tmpdir(), 'mainstay-client-'));
let stopping = false;
let address = '';
let store: Store;
const lines: string[] = [];
const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'page-1a2b3c.js'), 'export {};');
  store = await freshStore();
  address = await listen(portal(1000));
});

const portal = (bodyLimit: number) =>
  portalApp({ store, folder, log, bodyLimit, isStopping: () => stopping });

type Saying = { method?: string; path?: string; headers?: Record<string, string> };

/** Says exactly this, also what no browser would, and the beginning of its body; the status of the answer. */
function say(to: string, { method = 'GET', path = '/', headers = {} }: Saying): Promise<number> {
  const { hostname, port } = new URL(to);
  return new Promise((status, failed) => {
    const request = send({ hostname, port, method, path, headers }, (answer) => {
      status(answer.statusCode ?? 0);
      request.destroy();
    });
    request.on('error', failed);
    if (headers['Content-Length'] === undefined) request.end();
    else request.write('x');
  });
}

afterAll(() => {
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

  it.each([
    ['a path that is no text', { path: '/%' }, 400],
    ['half a letter', { path: '/a%E4' }, 400],
    ['a zero in a question', { path: '/vendors?q=No%00rd' }, 400],
    ['no path', { method: 'OPTIONS', path: '*' }, 400],
    ['a host of two words', { headers: { Host: 'a b' } }, 400],
    ['half an address', { headers: { Host: '[::1' } }, 400],
    ['a port that is none', { headers: { Host: 'localhost:99999' } }, 400],
    ['a forwarded port that is none', { headers: { 'X-Forwarded-Host': 'x:99999' } }, 400],
    ['a method of no page', { method: 'TRACE' }, 405],
    ['a method that nobody speaks', { method: 'PROPFIND' }, 405],
  ])('answers %s with a refusal, and logs no failure', async (_, saying, status) => {
    lines.length = 0;
    expect(await say(address, saying)).toBe(status);
    expect(lines).toEqual([]);
  });

  it('answers plainly when the pages fail', async () => {
    const failed = await fetch(`${address}/vendors`);
    expect(failed.status).toBe(500);
    expect(await failed.text()).toBe('Internal Server Error');
  });
});

describe('what a body may weigh', () => {
  const MEGABYTE = 1024 * 1024;
  const form = 'application/x-www-form-urlencoded';
  const files = 'multipart/form-data; boundary=x';
  /** The pages of this test fail: 500 is what a body meets that was let through to them. */
  const through = 500;
  let cookie = '';
  let bearer = '';
  let to = '';

  beforeAll(async () => {
    const cast = await castInto(store);
    const from = { address: null, agent: null };
    const token = await openSession(store, cast.person.hanna.id, from);
    cookie = await sessionCookie(token, false);
    const act = {
      ...commandAct(testNow),
      actor: {
        ...cast.person.hanna,
        kind: 'person',
        personId: cast.person.hanna.id,
        address: null,
      },
    } as const;
    const made = await makeAccessToken(store, act, { name: 'reports', days: '30' });
    bearer = `Bearer ${made.ok ? made.value.token : ''}`;
    to = await listen(portal(32 * MEGABYTE));
  });

  it.each([
    ['a stranger’s form of 60 KB', form, 60_000, false, through],
    ['a stranger’s form of 70 KB', form, 70_000, false, 413],
    ['a stranger’s file', files, 70_000, false, 413],
    ['a form of 900 KB', form, 900_000, true, through],
    ['a form of more than a megabyte', form, MEGABYTE + 1, true, 413],
    ['a file of 2 MB', files, 2 * MEGABYTE, true, through],
    ['a file above the limit', files, 33 * MEGABYTE, true, 413],
  ])('%s', async (_, type, length, isSignedIn, status) => {
    const cookies = { Cookie: isSignedIn ? cookie : 'mainstay=InNvbWVib2R5Ig' };
    const headers = { 'Content-Type': type, 'Content-Length': String(length), ...cookies };
    for (const path of ['/sign-in', '/reports/new'])
      expect(await say(to, { method: 'POST', path, headers })).toBe(status);
  });

  it.each([
    ['a report that a program sends', 20 * MEGABYTE, true, through],
    ['one above the limit', 33 * MEGABYTE, true, 413],
    ['one with a token that is none', 70_000, false, 413],
  ])('%s', async (_, length, hasToken, status) => {
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': String(length),
      Authorization: hasToken ? bearer : 'Bearer mst_none',
    };
    expect(await say(to, { method: 'POST', path: '/api/v1/reports', headers })).toBe(status);
  });

  it('takes what another site sends to programs, who bring no cookies, and fails in their words', async () => {
    const headers = { Origin: 'https://elsewhere.example', Authorization: bearer };
    const answer = await fetch(`${to}/api/v1/reports`, { method: 'POST', headers });
    expect(answer.status).toBe(through);
    expect(await answer.json()).toEqual(problemOf(500));
  });

  it('takes no form of another site, at the door or behind it', async () => {
    for (const path of ['/sign-in', '/sign-out', '/language', '/reports/new']) {
      const post = async (origin: string) =>
        (await fetch(`${to}${path}`, { method: 'POST', headers: { Origin: origin } })).status;
      for (const origin of ['https://evil.example', `${to}.evil.example`, 'null', 'nonsense'])
        expect([path, origin, await post(origin)]).toEqual([path, origin, 403]);
      expect([path, await post(to)]).toEqual([path, through]);
    }
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
