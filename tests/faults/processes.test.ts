import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { jobRuns } from '~db/schema/jobs';
import type { Store } from '~db/store.server';
import { beginPortal, whenServing } from '../portal-process';
import { setStage, type Stage } from './kill-stage';

const PROCESSES = 3;
/** Wrong passwords from one address that are answered as such, before it must wait. */
const ATTEMPTS = 30;

/** The processes that a process started, as Linux knows them. */
function childrenOf(pid: number): number[] {
  const said = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return said.trim().split(' ').filter(Boolean).map(Number);
}

const isAlive = (pid: number) => existsSync(`/proc/${pid}/stat`);

describe.skipIf(!existsSync('build/server.js') || !existsSync('/proc/self/task'))(
  'a server of several processes',
  () => {
    let stage: Stage;
    let store: Store;
    let portal: { pid: number; address: string; end: () => Promise<number | null> };

    beforeAll(async () => {
      stage = await setStage();
      store = stage.place.open();
      const child = beginPortal({ ...stage.place.env, PROCESSES: String(PROCESSES) });
      const serving = await whenServing(child);
      if (!serving) throw new Error('the server died as it started');
      const end = async () => {
        const exit = once(child, 'exit');
        child.kill('SIGTERM');
        const [code] = (await exit) as [number | null];
        return code;
      };
      portal = { pid: serving.pid, address: serving.address, end };
    });
    afterAll(async () => {
      await store.close();
      await stage.place.remove();
    });

    /** Over a connection of its own, so that the processes take turns. */
    const ask = (path: string, body: FormData | null = null, cookie = stage.cookies.admin) =>
      fetch(`${portal.address}${path}`, {
        method: body ? 'POST' : 'GET',
        body,
        headers: { Cookie: cookie, Origin: portal.address, Connection: 'close' },
        redirect: 'manual',
      });

    it('starts as many as were asked for, and goes on when one dies', async () => {
      const before = childrenOf(portal.pid);
      expect(before).toHaveLength(PROCESSES);
      const [victim = 0] = before;
      process.kill(victim, 'SIGKILL');
      await vi.waitFor(() => expect(isAlive(victim)).toBe(false));
      for (let times = 0; times < PROCESSES; times += 1)
        expect((await ask('/vendors')).status).toBe(200);
      await vi.waitFor(() => expect(childrenOf(portal.pid)).toHaveLength(PROCESSES), 20_000);
    });

    it('does once, and at once, what any of them is asked to do', async () => {
      const form = new FormData();
      form.append('job', 'remind');
      form.append('asOf', '2024-01-12');
      expect((await ask('/jobs/runs', form)).status).toBe(302);
      // The schedule may have its own turn meanwhile.
      const byHand = and(eq(jobRuns.job, 'remind'), eq(jobRuns.origin, 'hand'));
      const asked = () => store.read.select().from(jobRuns).where(byHand);
      await vi.waitFor(async () => {
        expect((await asked()).map(({ state }) => state)).toEqual(['done']);
      }, 20_000);
    });

    it('counts failed attempts once for all of them', async () => {
      const form = () => {
        const said = new FormData();
        said.append('email', 'nobody@mainstay.example');
        said.append('password', 'not the password');
        return said;
      };
      const statuses: number[] = [];
      for (let times = 0; times <= ATTEMPTS; times += 1)
        statuses.push((await ask('/sign-in', form(), '')).status);
      expect(statuses.at(-1)).toBe(429);
      expect(new Set(statuses.slice(0, -1))).toEqual(new Set([422]));
    });

    it('ends in order, and leaves none behind', async () => {
      const children = childrenOf(portal.pid);
      expect(await portal.end()).toBe(0);
      expect(children.filter(isAlive)).toEqual([]);
    });
  },
);
