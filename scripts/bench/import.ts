import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandAct } from '~/auth/act';
import { importReport } from '~/kpi/import-report.server';
import { formatPeriod, periodOf } from '~/shared/period';
import { randomId } from '~db/columns';
import { reports } from '~db/schema/kpi';
import type { Store } from '~db/store.server';
import { importFloor } from './floors';
import { againstFloor, milliseconds, type Line } from './line';
import { startServer, visitor } from './server';
import { emptyStore, inFolder, percentile, timed } from './temporary';
import { addMarkets, fillWorld, now, type World } from './world';

const KPIS = 25;
const MONTHS = 20;
const PATH = 'readings.csv';

/** One CSV through the whole import, against a floor; then through a server that answers pages meanwhile. */
export async function benchImport(readings: number): Promise<Line[]> {
  const markets = Math.max(1, Math.round(readings / KPIS / MONTHS));
  return inFolder(async (folder) => {
    const file = join(folder, 'store.sqlite');
    const filling = await emptyStore(file);
    const world = await fillWorld(filling, { vendors: 1, kpis: KPIS, months: 1 });
    const [vendorId = 0] = world.vendorIds;
    const codes = await addMarkets(filling, vendorId, markets);
    const reportId = await addReport(filling, vendorId);
    await filling.close();
    const csv = csvOf(world, codes);
    const [bare, served] = [join(folder, 'floor.sqlite'), join(folder, 'served.sqlite')];
    copyFileSync(file, bare);
    copyFileSync(file, served);
    const floor = await timed(() => importFloor(bare, csv, { vendorId, reportId }));
    const whole = await timedImport(file, join(folder, 'uploads'), vendorId, csv);
    const seen = await importServed(served, join(folder, 'served'), vendorId, csv);
    return [
      againstFloor(`import ${KPIS * MONTHS * markets} readings in one CSV`, whole, floor, 4),
      {
        what: 'pages while a server imports the same: 99th percentile, ms',
        measured: `${seen.pages} pages, median ${milliseconds(seen.median)}`,
        value: seen.p99,
        limit: 200,
      },
      {
        what: "the server's memory at its peak, MB",
        measured: `${seen.idle.toFixed(0)} MB before`,
        value: seen.peak,
        limit: 300,
      },
    ];
  });
}

async function timedImport(file: string, uploads: string, vendorId: number, csv: string) {
  const store = await emptyStore(file);
  const sent = { name: PATH, bytes: new TextEncoder().encode(csv) };
  const time = await timed(async () => {
    const imported = await importReport({ store, uploads }, commandAct(now), {
      vendorId,
      source: 'vendor_report',
      accept: true,
      file: sent,
    });
    if (imported.state !== 'accepted') throw new Error(JSON.stringify(imported).slice(0, 2000));
  });
  await store.close();
  return time;
}

/** The file is uploaded to a server; until it has been read, a person of the vendor opens one page after the other. */
async function importServed(file: string, uploads: string, vendorId: number, csv: string) {
  const store = await emptyStore(file);
  const cookie = await visitor(store, 'vendor', vendorId);
  const server = await startServer(file, uploads);
  try {
    for (let n = 0; n < 20; n += 1) await server.get('/reports', cookie);
    const idle = server.memory();
    const form = new FormData();
    form.set('files', new Blob([csv], { type: 'text/csv' }), PATH);
    const sent = await server.post('/reports/new', cookie, form);
    const path = new URL(sent.headers.get('Location') ?? '', server.address).pathname;
    const times: number[] = [];
    const isRead = async () => {
      const rows = await store.read
        .select({ state: reports.state, channel: reports.channel })
        .from(reports);
      return !rows.some(({ state }) => state === 'staging');
    };
    while (!(await isRead())) times.push(await timed(() => server.get(path, cookie)));
    return {
      pages: times.length,
      median: percentile(times, 50),
      p99: percentile(times, 99),
      idle,
      peak: server.peakMemory(),
    };
  } finally {
    await server.stop();
    await store.close();
  }
}

/** A report for the floor's readings to belong to. */
async function addReport(store: Store, vendorId: number): Promise<number> {
  const id = randomId();
  await store.transact((tx) =>
    tx.insertMany(reports, [
      {
        id,
        vendorId,
        state: 'accepted',
        source: 'internal_review',
        channel: 'command',
        createdAt: now.toISOString(),
      },
    ]),
  );
  return id;
}

/** A row for each KPI, month and market; now and then a value that the check remarks on. */
function csvOf(world: World, markets: readonly string[]): string {
  const rows = ['period,kpi,market,value,sample_size'];
  const last = periodOf(2023, 12);
  for (let period = last - MONTHS + 1; period <= last; period += 1)
    for (const [k, { code }] of world.kpis.entries())
      for (const [m, market] of markets.entries()) {
        const value =
          (period * 31 + k * 7 + m * 13) % 997 === 0
            ? 12
            : 85 + ((period * 7 + k + m * 3) % 140) / 10;
        rows.push(
          `${formatPeriod(period)},${code},${market},${value.toFixed(1)},${900 + ((period + m) % 200)}`,
        );
      }
  return `${rows.join('\n')}\n`;
}
