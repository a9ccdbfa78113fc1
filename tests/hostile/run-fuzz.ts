import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { count, eq } from 'drizzle-orm';
import { commandAct } from '~/auth/act';
import { discardReport } from '~/kpi/discard-report.server';
import { receiveReport } from '~/kpi/receive-report.server';
import { stageReport } from '~/kpi/stage-report.server';
import { kpis, readings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { offerings, services, vendors } from '~db/schema/vendors';
import { randomId } from '~db/columns';
import type { Store } from '~db/store.server';
import { airlineKpis, airlineMarkets, airlines } from '../casts/kpi-cast';
import { chanceOf } from '../faults/chance';
import { newStorePlace } from '../faults/store-place';
import { mutated, type SentFile } from './mutate-file';

export type FuzzCount = {
  files: number;
  imported: number;
  refused: number;
  /** How often each code was the first. */
  codes: Record<string, number>;
  slowestMs: number;
  /** Resident memory after a warm-up and at its highest, in megabytes. */
  memory: { begin: number; most: number };
  faults: string[];
};

const UPLOADS = 'tests/data/airline-otp/uploads';
const LONGEST_MS = 10_000;
const WARM_UP = 100;
const now = new Date('2024-01-12T08:00:00.000Z');
const act = commandAct(now);

/** Makes the real upload files worse, sends each, and sees that it is imported whole or refused in words. */
export async function runFuzz(
  { files: most, seed }: { files: number; seed: number },
  tell: (line: string) => void = () => undefined,
): Promise<FuzzCount> {
  const chance = chanceOf(seed);
  const originals = uploadFiles();
  const place = await newStorePlace();
  const store = place.open();
  const vendorIds = await registers(store);
  const portal = { store, uploads: place.env.UPLOADS_FOLDER };
  const total: FuzzCount = {
    files: 0,
    imported: 0,
    refused: 0,
    codes: {},
    slowestMs: 0,
    memory: { begin: 0, most: 0 },
    faults: [],
  };
  try {
    for (; total.files < most; total.files += 1) {
      const file = await mutated(originals, chance);
      const vendorId = vendorIds.get(basename(file.how).slice(0, 2)) ?? 0;
      const began = performance.now();
      try {
        const fault = await send(portal, vendorId, file, total);
        if (fault) total.faults.push(`${total.files} ${file.how}: ${fault}`);
      } catch (error) {
        total.faults.push(
          `${total.files} ${file.how}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      }
      const ms = performance.now() - began;
      total.slowestMs = Math.max(total.slowestMs, ms);
      if (ms > LONGEST_MS)
        total.faults.push(`${total.files} ${file.how}: took ${Math.round(ms)} ms`);
      const megabytes = Math.round(process.memoryUsage.rss() / 1e6);
      if (total.files === Math.min(WARM_UP, most - 1))
        total.memory = { begin: megabytes, most: megabytes };
      total.memory.most = Math.max(total.memory.most, megabytes);
      if (total.files % 500 === 499)
        tell(`${total.files + 1} files, ${total.faults.length} faults, ${megabytes} MB`);
    }
    return total;
  } finally {
    await store.close();
    await place.remove();
  }
}

/** What is wrong with how a file was taken, or null: refused with at least one error and nothing stored, or stored whole. */
async function send(
  portal: { store: Store; uploads: string },
  vendorId: number,
  file: SentFile,
  total: FuzzCount,
): Promise<string | null> {
  const received = await receiveReport(portal, act, {
    vendorId,
    source: 'vendor_report',
    channel: 'command',
    file: { ...file, mediaType: 'application/octet-stream' },
  });
  if (!received.ok) return `was not received: ${received.reason.code}`;
  if (received.value.known) return null;
  const { reportId } = received.value;
  const staged = await stageReport(portal, act, reportId);
  const { read } = portal.store;
  const [stored] = await read
    .select({ rows: count() })
    .from(readings)
    .where(eq(readings.reportId, reportId));
  const [report] = await read.select().from(reports).where(eq(reports.id, reportId));
  const rows = Number(stored?.rows);
  const { errors, list } = staged.findings;
  await discardReport(portal.store, act, { reportId });
  if (report?.state !== 'draft') return `is left ${report?.state}`;
  if (rows !== report.readingCount) return `has ${rows} of ${report.readingCount} readings`;
  if (errors > 0) {
    total.refused += 1;
    const first = list.find(({ severity }) => severity === 'error')?.code ?? 'none';
    total.codes[first] = (total.codes[first] ?? 0) + 1;
    return rows > 0 ? `was refused and has ${rows} readings` : null;
  }
  total.imported += 1;
  return rows === 0 ? 'was taken without a reading or an error' : null;
}

function uploadFiles(): SentFile[] {
  return readdirSync(UPLOADS, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(csv|xlsx)$/.test(path))
    .sort()
    .map((path) => ({
      name: basename(path),
      bytes: new Uint8Array(readFileSync(join(UPLOADS, path))),
    }));
}

/** The carriers whose files they are, with what these speak of. */
async function registers(store: Store): Promise<Map<string, number>> {
  return store.transact(async (tx) => {
    await tx.insert(kpis).values(
      airlineKpis.map(({ sampleKpi, aliases, ...kpi }) => ({
        ...kpi,
        aliases: [...aliases],
        sampleKpiCode: sampleKpi,
        better: 'higher' as const,
        category: 'operational' as const,
      })),
    );
    const ids = new Map(airlineMarkets.map(({ code }) => [code, randomId()]));
    const idOf = (code: string | null) => (code === null ? null : (ids.get(code) ?? null));
    for (const { code, nameEn, nameZh, parent } of airlineMarkets) {
      const id = idOf(code) ?? 0;
      await tx.insert(markets).values({
        id,
        code,
        nameEn,
        nameZh: nameZh ?? nameEn,
        level: parent === null ? 'country' : 'city',
        parentId: idOf(parent),
        path: parent === null ? `/${id}/` : `/${idOf(parent)}/${id}/`,
      });
    }
    const serviceId = randomId();
    await tx.insert(services).values({
      id: serviceId,
      code: 'AIR',
      nameEn: 'Air transport',
      nameZh: '航空运输',
      requiredCertificates: [],
    });
    const vendorIds = new Map<string, number>();
    for (const { code, name, aliases } of airlines) {
      const id = randomId();
      vendorIds.set(code, id);
      await tx.insert(vendors).values({
        id,
        code,
        name,
        country: 'US',
        formerNames: [...aliases],
        status: 'active',
        createdAt: now.toISOString(),
      });
      await tx.insert(offerings).values({ vendorId: id, serviceId, marketId: idOf('US') ?? 0 });
    }
    return vendorIds;
  });
}
