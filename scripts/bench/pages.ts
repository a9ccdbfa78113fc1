import { randomUUID } from 'node:crypto';
import { Agent, request as ask } from 'node:http';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { milliseconds, type Line } from './line';
import { startServer, visitor } from './server';
import { standStill } from './standing';
import { emptyStore, inFolder, percentile, timed } from './temporary';
import { asOf, fillWorld, now, type Size } from './world';

const STARTS = 3;
const ROUNDS = 30;
/** With fewer vendors a page has fewer rows, and says nothing about the store. */
const FULL_PAGE = 100;
const VISITORS = 8;
const SECONDS = 5;
const UNCOUNTED = 4;
const cores = availableParallelism();

const lists: Record<string, string> = {
  'the vendor list': '/vendors',
  'the vendor list, searched': '/vendors?q=00042',
  'the vendor list, filtered, last page first': '/vendors?status=active&sort=-name',
  'the heat map': '/performance',
};
const dashboards: Record<string, string> = { 'the desk': '/', 'the heat map': '/performance' };

/** Lists with a hundred times the vendors, dashboards with ten times the readings, and how many pages a second. */
export async function benchPages(share: number): Promise<Line[]> {
  const most = Math.round(100_000 * share);
  const fewest = Math.max(FULL_PAGE, most / 100);
  const vendors = Math.max(1, 200 * share);
  return inFolder(async (folder) => {
    const few = await standing(folder, { vendors: fewest, kpis: 1, months: 12 });
    const many = await standing(folder, { vendors: most, kpis: 1, months: 12 });
    const thin = await standing(folder, { vendors, kpis: 2, months: 36 });
    const thick = await standing(folder, { vendors, kpis: 20, months: 36 });
    return [
      ...(await compare(lists, `${most} vendors to ${fewest}`, [many, few], 1.5)),
      ...(await compare(dashboards, 'ten times the readings', [thick, thin], 1.2)),
      {
        what: 'the vendor list as HTML, pages a second',
        measured: `${VISITORS} visitors, ${cores} processes, on ${cores} cores between them`,
        value: await pagesPerSecond(few),
        limit: 200,
        atLeast: true,
      },
    ];
  });
}

/** A store of some size on which nothing moves, and the cookie of somebody who sees all of it. */
type Standing = { file: string; uploads: string; cookie: string };

async function standing(folder: string, size: Size): Promise<Standing> {
  const file = join(folder, `${randomUUID()}.sqlite`);
  const store = await emptyStore(file);
  await fillWorld(store, size);
  await evaluateDueContracts(store, now, asOf);
  await standStill(store);
  const cookie = await visitor(store, 'procurement');
  await store.close();
  return { file, uploads: join(folder, 'uploads'), cookie };
}

/** The median times of each page on a large store against those on a small one. */
async function compare(
  pages: Record<string, string>,
  how: string,
  stores: [Standing, Standing],
  limit: number,
): Promise<Line[]> {
  const times = Object.keys(pages).map((what) => ({
    what,
    large: [] as number[],
    small: [] as number[],
  }));
  for (let start = 0; start < STARTS; start += 1)
    await withServers(stores, async (large, small) => {
      for (const each of times)
        await inTurns(pages[each.what] ?? '/', [large, each.large], [small, each.small]);
    });
  return times.map(({ what, large, small }) => {
    const [many, few] = [percentile(large, 50), percentile(small, 50)];
    const measured = `${milliseconds(many)} against ${milliseconds(few)}`;
    return { what: `${what}, ${how}`, measured, value: many / few, limit };
  });
}

type Get = (path: string) => Promise<string>;

/**
 * A server for each store, over loopback. They are started anew some times: one process may draw the same page a fifth
 * quicker than the next.
 */
async function withServers(
  stores: [Standing, Standing],
  work: (large: Get, small: Get) => Promise<void>,
): Promise<void> {
  const servers = await Promise.all(stores.map(({ file, uploads }) => startServer(file, uploads)));
  const [large, small] = servers.map(
    (server, at): Get =>
      (path) =>
        server.get(path, stores[at]?.cookie ?? ''),
  );
  try {
    if (large && small) await work(large, small);
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** Asks for a page here and there in turns, so that what the machine does meanwhile meets both; the first rounds don't count. */
async function inTurns(path: string, ...asked: [Get, number[]][]): Promise<void> {
  for (let n = 0; n < 2 * ROUNDS; n += 1)
    for (const [get, times] of asked) {
      const time = await timed(() => get(path));
      if (n >= ROUNDS) times.push(time);
    }
}

/**
 * How many times a second visitors get the vendor list from a server with a process for each core, after some rounds that
 * are not counted: an engine goes on compiling a page's code for its first thousands of times.
 */
async function pagesPerSecond({ file, uploads, cookie }: Standing): Promise<number> {
  const server = await startServer(file, uploads, cores);
  try {
    for (let round = 0; round < UNCOUNTED; round += 1) await visits(server.address, cookie);
    return await visits(server.address, cookie);
  } finally {
    await server.stop();
  }
}

/**
 * Pages a second, packed as browsers ask for them. Connections are kept and pages left packed, so that the visitors take
 * little of the cores that they share with the server.
 */
async function visits(address: string, cookie: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: VISITORS });
  const asked = { agent, headers: { Cookie: cookie, 'Accept-Encoding': 'gzip' } };
  const get = () =>
    new Promise<void>((read, failed) => {
      const request = ask(`${address}/vendors`, asked, (answer) => {
        answer.resume().on('end', read);
        if (answer.statusCode !== 200) failed(new Error(`/vendors answered ${answer.statusCode}`));
      });
      request.on('error', failed).end();
    });
  const until = performance.now() + SECONDS * 1000;
  let count = 0;
  const visit = async () => {
    while (performance.now() < until) {
      await get();
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: VISITORS }, visit));
  agent.destroy();
  return count / SECONDS;
}
