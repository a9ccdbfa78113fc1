import { join } from 'node:path';
import { milliseconds, seconds, type Line } from './line';
import { startServer, visitor } from './server';
import { emptyStore, inFolder, percentile, timed } from './temporary';
import { fillWorld } from './world';

const UNCOUNTED = 50;
const formats = ['csv', 'xlsx'] as const;

/**
 * Pages that a server answers while it writes the list of all vendors to a file, and what it holds meanwhile. The longest
 * wait is for the rows, which are read in one question.
 */
export async function benchExports(vendors: number): Promise<Line[]> {
  return inFolder(async (folder) => {
    const file = join(folder, 'store.sqlite');
    const store = await emptyStore(file);
    await fillWorld(store, { vendors, kpis: 1, months: 1 }, { contracts: false });
    const cookie = await visitor(store, 'procurement');
    await store.close();
    const lines: Line[] = [];
    for (const format of formats)
      lines.push(...(await meanwhile({ file, cookie, format, vendors })));
    return lines;
  });
}

type Asked = { file: string; cookie: string; format: (typeof formats)[number]; vendors: number };

/** One file from a server of its own; until it is there somebody opens one page after the other. */
async function meanwhile({ file, cookie, format, vendors }: Asked): Promise<Line[]> {
  const server = await startServer(file, join(file, '..', 'uploads'));
  try {
    const open = () => timed(() => server.get('/vendors', cookie));
    for (let n = 0; n < UNCOUNTED; n += 1) await open();
    const idle = server.memory();
    const times: number[] = [];
    let isThere = false;
    const taken = timed(() => server.get(`/vendors/export?format=${format}`, cookie)).finally(
      () => (isThere = true),
    );
    while (!isThere) times.push(await open());
    const what = `${vendors} vendors as ${format}`;
    return [
      {
        what: `pages while a server writes ${what}: 95th percentile, ms`,
        measured: [
          `${times.length} pages, median ${milliseconds(percentile(times, 50))}`,
          `longest ${milliseconds(Math.max(...times))}`,
          `file in ${seconds(await taken)}`,
        ].join(', '),
        value: percentile(times, 95),
        limit: 200,
      },
      {
        what: "the server's memory at its peak meanwhile, MB",
        measured: `${idle.toFixed(0)} MB before`,
        value: server.peakMemory(),
        limit: 600,
      },
    ];
  } finally {
    await server.stop();
  }
}
