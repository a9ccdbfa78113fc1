import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { count, isNull } from 'drizzle-orm';
import { markStale } from '~/contracts/mark-stale.server';
import { evaluateContracts, evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { breaches } from '~db/schema/cases';
import type { Store } from '~db/store.server';
import { evaluationFloor } from './floors';
import { againstFloor, milliseconds, seconds, type Line } from './line';
import { emptyStore, inFolder, peakMemory, timed } from './temporary';
import { asOf, fillWorld, now, type Size, type World } from './world';

const TARGET = 80;
const REPORTS = 20;

/** Everything evaluated for the first time, breaches stored; then a tenth of it, and one vendor's report in each. */
export async function benchEvaluation(size: Size): Promise<Line[]> {
  const tenth = { ...size, vendors: Math.max(1, Math.round(size.vendors / 10)) };
  const small = await measure(tenth);
  const large = await measure(size);
  const readings = size.vendors * size.kpis * size.months;
  const times = size.vendors / tenth.vendors;
  return [
    againstFloor(
      `evaluate ${readings} readings, ${large.breaches} breaches`,
      large.all,
      large.floor,
      4,
    ),
    {
      what: `evaluate ${times} times the readings: time`,
      measured: `${seconds(large.all)} against ${seconds(small.all)}`,
      value: large.all / small.all,
      limit: 1.1 * times,
    },
    {
      what: `evaluate ${times} times the readings: memory`,
      measured: `${large.memory.toFixed(0)} MB against ${small.memory.toFixed(0)} MB`,
      value: large.memory / small.memory,
      limit: 1.3,
    },
    {
      what: `evaluate one report with ${times} times as much stored`,
      measured: `${milliseconds(large.one)} against ${milliseconds(small.one)}`,
      value: large.one / small.one,
      limit: 1.3,
    },
  ];
}

async function measure(size: Size) {
  return inFolder(async (folder) => {
    const file = join(folder, 'store.sqlite');
    const filling = await emptyStore(file);
    const world = await fillWorld(filling, size);
    await filling.close(); // Everything is in the one file now, and nothing of it in memory.
    const bare = join(folder, 'floor.sqlite');
    copyFileSync(file, bare);
    const floor = await timed(() => evaluationFloor(bare, TARGET));
    const store = await emptyStore(file);
    const all = await timed(() => evaluateDueContracts(store, now, asOf));
    const memory = peakMemory();
    const [found] = await store.read
      .select({ count: count().mapWith(Number) })
      .from(breaches)
      .where(isNull(breaches.withdrawnAt));
    const one = await oneReport(store, world);
    await store.close();
    return { floor, all, memory, one, breaches: found?.count ?? 0 };
  });
}

/** The usual time of evaluating a vendor's contract again, as after a report of it was accepted. */
async function oneReport(store: Store, { contractIds }: World): Promise<number> {
  const times: number[] = [];
  for (const contractId of contractIds.slice(0, REPORTS)) {
    await store.transact((tx) => markStale(tx, [contractId]));
    times.push(await timed(() => evaluateContracts(store, now, asOf, [contractId])));
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
