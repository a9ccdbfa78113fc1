import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engine } from '~db/columns';
import { setStage, type Stage } from './kill-stage';
import { startPortal, type PortalProcess } from '../portal-process';

const MEGABYTE = 1_000_000;

describe.skipIf(engine !== 'sqlite' || !existsSync('build/server.js'))('the web door', () => {
  let stage: Stage;
  let portal: PortalProcess;

  beforeAll(async () => {
    stage = await setStage();
    const started = await startPortal(stage.place.env);
    if (!started) throw new Error('the server died as it started');
    portal = started;
  });
  afterAll(async () => {
    await portal.kill();
    await stage.place.remove();
  });

  /** Says exactly this over a connection of its own, and returns the status of the answer; 0 where there was none. */
  function say(
    path: string,
    headers: Record<string, string>,
    body: string | Uint8Array,
  ): Promise<number> {
    const { hostname, port, origin, host } = new URL(portal.address);
    const all = {
      Host: host,
      Cookie: stage.cookies.vendor,
      Origin: origin,
      Connection: 'close',
      ...headers,
    };
    const head = Object.entries(all)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    return new Promise((answered) => {
      const socket = connect(Number(port), hostname);
      let said = '';
      socket.on('error', () => answered(Number(said.split(' ')[1] ?? 0)));
      socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
      socket.on('close', () => answered(Number(said.split(' ')[1] ?? 0)));
      socket.write(`POST ${path} HTTP/1.1\r\n${head}\r\n`);
      socket.write(body);
    });
  }

  const multipart = 'multipart/form-data; boundary=x';
  const part = (name: string) =>
    `--x\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\nMonth,OTD_PCT\r\n2023-07,80\r\n--x--\r\n`;
  const sized = (type: string, body: string | Uint8Array) => ({
    'Content-Type': type,
    'Content-Length': String(body.length),
  });

  it.each([
    ['a boundary that never comes', multipart, 'nothing of the kind'],
    ['no boundary', 'multipart/form-data', part('a.csv')],
    ['a part that never ends', multipart, part('a.csv').slice(0, 60)],
    ['a part without headers', multipart, '--x\r\n\r\nx\r\n--x--\r\n'],
    ['headers without end', multipart, `--x\r\n${'A: b\r\n'.repeat(10_000)}\r\nx\r\n--x--\r\n`],
    ['JSON where a form belongs', 'application/json', '{"a":1}'],
    ['an unknown type', 'application/x-nothing', 'x'],
    ['a type that is none', ';;;', 'x'],
    ['half an escape', 'application/x-www-form-urlencoded', 'files=%E4%B8&%=%'],
    ['an empty body', multipart, ''],
  ])('answers %s with a refusal, never with an error of ours', async (_, type, body) => {
    for (const path of ['/reports/new', '/sign-in', '/language']) {
      const status = await say(path, sized(type, body), body);
      expect([path, status, status >= 200 && status < 500]).toEqual([path, status, true]);
    }
  });

  it('refuses 60 MB and a body of unknown length before reading them', async () => {
    const large = { 'Content-Type': multipart, 'Content-Length': String(60 * MEGABYTE) };
    expect(await say('/reports/new', large, 'x')).toBe(413);
    const json = { 'Content-Type': 'application/json', 'Content-Length': String(60 * MEGABYTE) };
    expect(await say('/sign-in', json, 'x')).toBe(413);
    const hidden = { 'Content-Type': multipart, 'Transfer-Encoding': 'chunked' };
    expect(await say('/reports/new', hidden, '1\r\nx\r\n0\r\n\r\n')).toBe(411);
  });

  it('takes files whatever they are called', async () => {
    const names = [
      '../../x.csv',
      'x\u0000.csv',
      'x\u202evsc.exe',
      `${'x'.repeat(4096)}.csv`,
      'x%0d%0aSet-Cookie: a=b.csv',
    ];
    for (const name of names) {
      const body = part(name);
      expect(await say('/reports/new', sized(multipart, body), body)).toBe(302);
    }
  });

  it('serves pages while slow senders hold connections, and stays within bounds under many large files', async () => {
    const { hostname, port, host } = new URL(portal.address);
    const slow = Array.from({ length: 50 }, () => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.write(
        `POST /reports/new HTTP/1.1\r\nHost: ${host}\r\nCookie: ${stage.cookies.vendor}\r\nContent-Type: ${multipart}\r\nContent-Length: ${20 * MEGABYTE}\r\n\r\n--x`,
      );
      return socket;
    });
    expect((await fetch(`${portal.address}/healthz`)).status).toBe(200);
    for (const socket of slow) socket.destroy();
    const body = new Uint8Array(24 * MEGABYTE).fill(65);
    const form = Buffer.concat([
      Buffer.from(part('a.csv').replace('Month', '')).subarray(0, 90),
      body,
    ]);
    let most = 0;
    const watching = setInterval(() => (most = Math.max(most, memoryOf(portal.pid))), 50);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => say('/reports/new', sized(multipart, form), form)),
    );
    clearInterval(watching);
    expect(answers.every((status) => status > 0 && (status < 500 || status === 503))).toBe(true);
    expect(most).toBeLessThan(1200);
    expect((await fetch(`${portal.address}/healthz`)).status).toBe(200);
  });
});

/** Resident megabytes of a process; 0 where the system does not say. */
function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}
