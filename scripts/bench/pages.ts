import { Agent, request as ask } from 'node:http';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { milliseconds, type Line } from './line';
import { startServer, visitor } from './server';
import { standStill } from './standing';
import { emptyStore, inFolder, percentile, timed } from './temporary';
import { asOf, fillWorld, now, type Size } from './world';

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
  const few = await pageTimes({ vendors: fewest, kpis: 1, months: 12 }, lists, true);
  const many = await pageTimes({ vendors: most, kpis: 1, months: 12 }, lists);
  const vendors = Math.max(1, 200 * share);
  const thin = await pageTimes({ vendors, kpis: 2, months: 36 }, dashboards);
  const thick = await pageTimes({ vendors, kpis: 20, months: 36 }, dashboards);
  return [
    ...Object.keys(lists).map((what) =>
      compare(`${what}, ${most} vendors to ${fewest}`, what, many, few, 1.5),
    ),
    ...Object.keys(dashboards).map((what) =>
      compare(`${what}, ten times the readings`, what, thick, thin, 1.2),
    ),
    {
      what: 'the vendor list as HTML, pages a second',
      measured: `${VISITORS} visitors, ${cores} processes, on ${cores} cores between them`,
      value: few.perSecond,
      limit: 200,
      atLeast: true,
    },
  ];
}

type Times = { usual: Record<string, number>; perSecond: number };

function compare(what: string, page: string, large: Times, small: Times, limit: number): Line {
  const [many = 0, few = 1] = [large.usual[page], small.usual[page]];
  const measured = `${milliseconds(many)} against ${milliseconds(few)}`;
  return { what, measured, value: many / few, limit };
}

/** The median time of each page for somebody who sees everything, from a server of its own over loopback. */
async function pageTimes(
  size: Size,
  pages: Record<string, string>,
  counted = false,
): Promise<Times> {
  return inFolder(async (folder) => {
    const file = join(folder, 'store.sqlite');
    const store = await emptyStore(file);
    await fillWorld(store, size);
    await evaluateDueContracts(store, now, asOf);
    await standStill(store);
    const cookie = await visitor(store, 'procurement');
    await store.close();
    const server = await startServer(file, join(folder, 'uploads'));
    try {
      const usual: Record<string, number> = {};
      for (const [what, path] of Object.entries(pages)) {
        for (let n = 0; n < ROUNDS; n += 1) await server.get(path, cookie);
        const times: number[] = [];
        for (let n = 0; n < ROUNDS; n += 1) times.push(await timed(() => server.get(path, cookie)));
        usual[what] = percentile(times, 50);
      }
      return { usual, perSecond: counted ? await pagesPerSecond(file, folder, cookie) : 0 };
    } finally {
      await server.stop();
    }
  });
}

/**
 * How many times a second visitors get the vendor list from a server with a process for each core, after some rounds that
 * are not counted: an engine goes on compiling a page's code for its first thousands of times.
 */
async function pagesPerSecond(file: string, folder: string, cookie: string): Promise<number> {
  const server = await startServer(file, join(folder, 'uploads'), cores);
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
